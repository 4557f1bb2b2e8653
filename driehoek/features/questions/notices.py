"""Who asked hears that there is an answer. The class is not called: it looks when it likes."""

from django.db.models import Exists, OuterRef
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.notices import Notice, notice
from driehoek.facts.people.models import Person
from driehoek.features.questions.models import Answer, AnswerRemoval, Question


@notice("questions.question.answered")
def answered(entry: Entry) -> Notice | None:
    question = entry.subject
    if not isinstance(question, Question) or not _has_answer_of(entry.actor, question):
        return None
    group = question.group.name
    return Notice(
        to=Person.objects.filter(pk=question.author_id),
        category=Category.REPLIES,
        about=About(school=question.group.school_id, group=question.group_id),
        subject=_("Er is antwoord op je vraag"),
        paragraphs=(format_lazy(_("Iemand van {group} heeft antwoord op wat je vroeg."), group=group),),
        action=_("Lees het antwoord"),
        path=question.get_absolute_url(),
        hats=("home",),
    )


def _has_answer_of(person: Person | None, question: Question) -> bool:
    """Not when it was taken back meanwhile."""
    gone = AnswerRemoval.objects.filter(answer=OuterRef("pk"))
    return Answer.objects.filter(~Exists(gone), question=question, author=person).exists()

"""Who asked hears what was answered. The class is not called: it looks when it likes."""

from collections.abc import Iterator, Sequence

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.notices import Framed, Notice, Part, notice, spoken
from driehoek.base.core import clock
from driehoek.facts.people.models import Person
from driehoek.features.questions.models import Answer, Question
from driehoek.features.questions.models.question import QUIET


@notice("questions.question.answered")
def answered(entry: Entry) -> Notice | None:
    """In her own mailbox with the answers that she may read at that moment, and nobody's name."""
    question = entry.subject
    if not isinstance(question, Question):
        return None
    answers, group = _read_by_asker(question), question.group.name
    if not any(one.due_at > entry.at - QUIET for one in answers):
        return None  # taken back meanwhile, or not for her
    return Notice(
        to=Person.objects.filter(pk=question.author_id),
        category=Category.REPLIES,
        about=About(school=question.group.school_id, group=question.group_id),
        subject=_("Er is antwoord op je vraag"),
        paragraphs=(format_lazy(_("Iemand van {group} heeft antwoord op wat je vroeg."), group=group),),
        private=tuple(_said(question, answers)),
        action=_("Lees het antwoord"),
        path=question.get_absolute_url(),
        hats=("home",),
    )


def _read_by_asker(question: Question) -> list[Answer]:
    """Also not of a family that is kept apart from hers."""
    asker = Viewer(question.author, "home", clock.now())
    visible = Answer.objects.visible_to(asker).filter(question=question).exclude(author=question.author_id)
    return list(visible.select_related("question__group").order_by("due_at", "pk"))


def _said(question: Question, answers: Sequence[Answer]) -> Iterator[Part]:
    for text in question.texts.values():
        yield Framed(_("Jij vroeg: {text}"), text)
    for answer in answers:
        for text in answer.texts.values():
            yield Framed(_("Antwoord: {text}"), text)
        yield from spoken(answer.voices())

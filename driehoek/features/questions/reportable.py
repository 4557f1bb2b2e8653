"""What parents ask and answer can be reported by whoever reads it."""

from django.utils.translation import gettext_lazy

from driehoek.backbone.moderation.reporting import Said, reportable
from driehoek.features.questions.models import Answer, Question


@reportable("vraag", Question, kind=gettext_lazy("Vraag van een ouder"))
def question(question: Question) -> Said:
    group = question.group
    return Said(
        author=question.author, school=group.school, group=group, words=question.text,
        at=question.asked_at, path=question.get_absolute_url(), heard=question.voices(),
    )  # fmt: skip


@reportable("antwoord", Answer, kind=gettext_lazy("Antwoord op een vraag"))
def answer(answer: Answer) -> Said:
    group = answer.question.group
    return Said(
        author=answer.author, school=group.school, group=group, words=answer.text, at=answer.at,
        path=answer.get_absolute_url(), heard=answer.voices(),
    )  # fmt: skip

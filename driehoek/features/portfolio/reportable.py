"""Work, goals and what is answered to them can be reported by whoever sees them."""

from django.utils.translation import gettext_lazy

from driehoek.backbone.media.models import Attachment
from driehoek.backbone.moderation.reporting import Said, reportable
from driehoek.features.portfolio.models import Echo, EchoAttachment, Goal, GoalVoice, Work


@reportable("werk", Work, kind=gettext_lazy("Werk in het portfolio"))
def work(work: Work) -> Said:
    return Said(
        author=work.author, school=work.school, group=work.group, words=work.spoken_text, at=work.at,
        path=work.get_absolute_url(), about=work.student, heard=_voices(work.attachments()),
    )  # fmt: skip


@reportable("doel", Goal, kind=gettext_lazy("Doel"))
def goal(goal: Goal) -> Said:
    return Said(
        author=goal.author, school=goal.school, group=goal.group, words=goal.spoken_text, at=goal.at,
        path=goal.get_absolute_url(), about=goal.student, heard=GoalVoice.heard_in(goal.pk),
    )  # fmt: skip


@reportable("werk-reactie", Echo, kind=gettext_lazy("Reactie op werk"))
def echo(echo: Echo) -> Said:
    thing = echo.work or echo.goal
    return Said(
        author=echo.author, school=echo.school, group=thing.group if thing else None, words=echo.text,
        at=echo.at, path=echo.get_absolute_url(), about=echo.student,
        heard=_voices(EchoAttachment.of([echo.pk]).get(echo.pk, [])),
    )  # fmt: skip


def _voices(attachments: list[Attachment]) -> list[Attachment]:
    return [one for one in attachments if one.kind == Attachment.Kind.VOICE]

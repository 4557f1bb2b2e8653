"""What somebody said about an assignment can be reported by whoever reads it."""

from django.utils.translation import gettext_lazy

from driehoek.backbone.moderation.reporting import Said, reportable
from driehoek.features.career.models import Outcome, OutcomeVoice


@reportable("opdracht-thuis", Outcome, kind=gettext_lazy("Antwoord op een opdracht voor thuis"))
def outcome(outcome: Outcome) -> Said:
    return Said(
        author=outcome.author, school=outcome.school, group=None, words=outcome.text, at=outcome.at,
        path=outcome.get_absolute_url(), heard=OutcomeVoice.heard_in(outcome.pk), about=outcome.student,
    )  # fmt: skip

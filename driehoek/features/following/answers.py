"""What home can answer with one tap: agreed or rather not, a step further or not yet."""

import datetime as dt

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.answering import Answer, Slip, slip
from driehoek.backbone.notifications.letter import Words
from driehoek.base.core.clock import with_year
from driehoek.facts.looking.models import LookAlong, Mode, NotSigned, Signature, StepAnswer
from driehoek.features.following import agreeing, stepping
from driehoek.features.following.agreed import side_of

AGREED, RATHER_NOT = "agreed", "rather-not"
NAMES = {
    Mode.TOGETHER: _("Samen kijken"),
    Mode.WEEKLY: _("Een overzicht per week"),
    Mode.SHARES: _("Deelt zelf"),
}
FURTHER, STAY = "further", "stay"


@slip("following.step.near")
def further_or_not_yet(entry: Entry, now: dt.datetime) -> Slip | None:
    agreement = entry.subject
    if not isinstance(agreement, LookAlong):
        return None
    return Slip(
        row=agreement,
        may="step",
        question=_("Meekijken: gaat het goed?"),
        named=_("Meekijken met {name}: gaat het goed?"),
        child=agreement.student,
        answers=(
            Answer(key=FURTHER, means="yes", label=_("Stap verder")),
            Answer(key=STAY, means="no", label=_("Nog even zo")),
        ),
        say=lambda viewer, key: _step(agreement, viewer, key),
        said=lambda viewer: _stepped(agreement, viewer),
        is_open=lambda viewer: stepping.coming(agreement, viewer.today) is not None,
        otherwise=_("De stap is begonnen. Iets anders? Doe een voorstel in Driehoek."),
    )


def _step(agreement: LookAlong, viewer: Viewer, key: str) -> bool:
    return stepping.answer(agreement, side_of(agreement, viewer), viewer, is_further=key == FURTHER)


def _stepped(agreement: LookAlong, viewer: Viewer) -> str:
    """About the step that comes; after the last one, what she said then."""
    said = StepAnswer.objects.filter(step__agreement=agreement, by=viewer.person).order_by("-pk")
    step = stepping.coming(agreement, viewer.today)
    mine = (said.filter(step=step) if step else said).first()
    return "" if mine is None else FURTHER if mine.is_further else STAY


@slip("following.agreement.proposed")
def agreed_or_not(entry: Entry, now: dt.datetime) -> Slip | None:
    """Signing asks to have read the plan: its steps stand on the page of the slip."""
    agreement = entry.subject
    if not isinstance(agreement, LookAlong):
        return None
    is_open = agreement.ended_at is None and agreement.sealed_at is None
    return Slip(
        row=agreement,
        may="sign",
        question=_("Ben je akkoord met het voorstel over meekijken?"),
        named=_("Ben je akkoord met het voorstel over meekijken met {name}?"),
        child=agreement.student,
        shown=tuple(_plan(agreement)),
        answers=(
            Answer(key=AGREED, means="yes", label=_("Ik ben akkoord")),
            Answer(
                key=RATHER_NOT, means="no", label=_("Liever niet"), done=_("Bewaard. Er verandert nu niets.")
            ),
        ),
        say=lambda viewer, key: _sign(agreement, viewer, key),
        said=lambda viewer: _signed(agreement, viewer),
        is_open=lambda viewer: is_open and not agreement.is_too_late(viewer.today),
        otherwise=_("Wil je iets anders? Doe een voorstel in Driehoek."),
    )


def _plan(agreement: LookAlong) -> list[Words]:
    return [
        format_lazy("{day}: {what}", day=with_year(step.starts_on), what=NAMES[Mode(step.mode)])
        for step in agreement.steps.all()
    ]


def _sign(agreement: LookAlong, viewer: Viewer, key: str) -> bool:
    side, by, at = side_of(agreement, viewer), viewer.person, viewer.now
    if key == AGREED:
        return agreeing.sign(agreement, side, by=by, at=at)
    return agreeing.decline(agreement, side, reason="", by=by, at=at)


def _signed(agreement: LookAlong, viewer: Viewer) -> str:
    if Signature.objects.filter(agreement=agreement, by=viewer.person).exists():
        return AGREED
    declined = NotSigned.objects.filter(agreement=agreement, by=viewer.person)
    return RATHER_NOT if declined.exists() else ""

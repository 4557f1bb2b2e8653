"""What home can answer with one tap: better again or still ill, and why a child is not there."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.answering import Answer, Slip, slip
from driehoek.features.absences.addressing import wording
from driehoek.features.absences.explaining import WHYS, explain
from driehoek.features.absences.models import Absence, MorningAnswer, MorningQuestion

BETTER, ILL = "better", "ill"


@slip("absences.morning.asked")
def better_again(entry: Entry, now: dt.datetime) -> Slip | None:
    question = entry.subject
    if not isinstance(question, MorningQuestion):
        return None
    return Slip(
        row=question.absence,
        may="answer",
        question=wording(question.absence, question.day).is_better,
        named=_("Is {name} weer beter?"),
        child=question.absence.student,
        answers=(
            Answer(key=BETTER, means="yes", label=_("Ja, weer beter"), done=_("Fijn! School weet het.")),
            Answer(key=ILL, means="no", label=_("Nee, nog ziek"), done=_("Beterschap! School weet het.")),
        ),
        say=lambda viewer, key: _say_how_she_is(question, viewer, key),
        said=lambda viewer: _said_how_she_is(question, viewer),
        is_open=lambda viewer: question.is_open_to(viewer.person, day=viewer.today),
    )


def _say_how_she_is(question: MorningQuestion, viewer: Viewer, key: str) -> bool:
    question.answer(still_ill=key == ILL, by=viewer.person, at=viewer.now)
    return True


def _said_how_she_is(question: MorningQuestion, viewer: Viewer) -> str:
    given = MorningAnswer.objects.filter(question=question, by=viewer.person).first()
    return "" if given is None else ILL if given.still_ill else BETTER


@slip("absences.absence.noted")
def not_at_school(entry: Entry, now: dt.datetime) -> Slip | None:
    absence = entry.subject
    if not isinstance(absence, Absence):
        return None
    return Slip(
        row=absence,
        may="answer",
        question=wording(absence, absence.starts_on).why,
        named=_("Waarom is {name} er niet?"),
        child=absence.student,
        answers=tuple(Answer(key=why, label=why.label, done=_("Bedankt. School weet het.")) for why in WHYS),
        say=lambda viewer, key: _say_why(absence, viewer, key),
        said=lambda viewer: _said_why(absence, viewer),
        is_open=lambda viewer: absence.is_unexplained and absence.starts_on == viewer.today,
        otherwise=_("Klopt het niet? Bel dan de school."),
    )


def _say_why(absence: Absence, viewer: Viewer, key: str) -> bool:
    explain(absence, key, by=viewer.person, at=viewer.now)
    return True


def _said_why(absence: Absence, viewer: Viewer) -> str:
    """Who told it is for the teller."""
    if absence.report is None or not absence.report.allows(viewer, "see"):
        return ""
    return absence.reason

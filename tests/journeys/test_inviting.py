"""A mentor finds whom she may invite, and the invitation is at home in three taps."""

import datetime as dt

import pytest

from driehoek.facts.people.models import Person
from driehoek.features.absences.models import Absence, Reason
from driehoek.features.noticing.models import Invitation, TalkRule, What
from tests.cast import NOW, TODAY, Cast
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.django_db(transaction=True)


def often_late(child: Person, cast: Cast) -> None:
    for ago in (2, 9, 16):
        day = TODAY - dt.timedelta(days=ago)
        Absence.objects.create(
            student=child, school=cast.kompas, reason=Reason.LATE, starts_on=day, ends_on=day,
            noted_by=cast.dijk, told_at=NOW,
        )  # fmt: skip


def test_a_mentor_invites_in_three_taps_and_home_reads_no_reproach(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    TalkRule.decide(cast.kompas, 0, What.LATE, times=3, weeks=4, by=cast.bakker, at=NOW)
    often_late(cast.adam, cast)
    mentor = visit(cast.dijk, javascript=javascript)
    mentor.open("/leerlingen/").tap("Misschien een gesprek")
    assert mentor.sees("3 keer te laat in 4 weken")
    mentor.tap("Adam").tap("Stuur")
    assert mentor.taps == 3 and mentor.sees("Op dit moment niemand.")
    assert Invitation.objects.get().student == cast.adam

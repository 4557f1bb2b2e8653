"""A child who said something of a part of the day is missed in the rest of it like any other."""

import datetime as dt
import uuid

import pytest
import time_machine
from django.core import mail
from django.urls import reverse

from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.telling import tell_due
from driehoek.features.absences import reporting
from driehoek.features.absences.models import Absence, Reason
from driehoek.features.absences.tests.told import MORNING
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
CHIP = '<input type="checkbox" name="students" value="{}">'
Time = tuple[int, int]


def told(cast: Cast, reason: Reason, first: Time | None = None, last: Time | None = None) -> None:
    hours = [time and dt.time(*time) for time in (first, last)]
    said = reporting.Said(reason, TODAY, TODAY, *hours)
    reporting.report([cast.yusuf], said, token=uuid.uuid4(), by=cast.naima, at=MORNING)


def miss(cast: Cast, hour: int, minute: int, what: str = "missing") -> int:
    """What the list answers when it is said at that hour."""
    with time_machine.travel(NOW.replace(hour=hour, minute=minute), tick=False):
        anouk = cast.sign_in(cast.anouk)
        path = reverse("absences:missed", args=[cast.groep_5.pk])
        return anouk.post(path, {"what": what, "students": [cast.yusuf.pk]}).status_code


@pytest.mark.parametrize(
    ("reason", "first", "last", "now", "is_asked"),
    [
        (Reason.DOCTOR, (13, 0), None, (8, 45), True),
        (Reason.DOCTOR, (13, 0), None, (13, 0), False),
        (Reason.EARLY, (14, 30), None, (14, 29), True),
        (Reason.LATE, None, (10, 15), (8, 45), False),
        (Reason.LATE, None, (10, 15), (10, 14), False),
        (Reason.LATE, None, (10, 15), (10, 15), True),
        (Reason.DOCTOR, (11, 0), (12, 0), (11, 30), False),
        (Reason.DOCTOR, (11, 0), (12, 0), (12, 30), True),
        (Reason.ILL, None, None, (12, 30), False),
    ],
)
def test_a_part_of_the_day_excuses_that_part_only(
    cast: Cast, reason: Reason, first: Time | None, last: Time | None, now: Time, is_asked: bool
) -> None:
    told(cast, reason, first, last)
    with time_machine.travel(NOW.replace(hour=now[0], minute=now[1]), tick=False):
        page = cast.sign_in(cast.anouk).get(reverse("absences:day_list", args=[cast.groep_5.pk])).text
    assert (CHIP.format(cast.yusuf.pk) in page) == is_asked
    assert (miss(cast, *now) == 302) == is_asked
    assert Absence.objects.filter(reason=Reason.UNKNOWN).exists() == is_asked


def test_both_homes_hear_the_same_morning_that_she_is_not_there_before_the_dentist(cast: Cast) -> None:
    told(cast, Reason.DOCTOR, (13, 0))
    for answer in (302, 422):
        assert miss(cast, 8, 45) == answer
    tell_due(NOW.replace(hour=8, minute=46))
    deliver_due("email", clock=lambda: NOW.replace(hour=8, minute=46))
    assert {letter.to[0] for letter in mail.outbox} == {cast.naima.email, cast.rachid.email}
    missed = Absence.objects.get(reason=Reason.UNKNOWN)
    assert missed.from_time is None
    for parent in (cast.naima, cast.rachid):
        page = cast.sign_in(parent).get(reverse("absences:overview", args=[cast.yusuf.pk])).text
        assert "Niet gemeld" in page and "vanaf 13:00" in page
    cast.sign_in(cast.anouk).post(reverse("absences:presence", args=[missed.pk]))
    assert Absence.objects.standing().get().reason == Reason.DOCTOR


def test_who_comes_no_later_than_was_said_is_missed_from_then_on_and_home_can_say_why(cast: Cast) -> None:
    told(cast, Reason.LATE, None, (10, 15))
    miss(cast, 10, 45)
    missed = Absence.objects.get(reason=Reason.UNKNOWN)
    assert missed.from_time == dt.time(10, 15)
    with time_machine.travel(NOW.replace(hour=10, minute=50), tick=False):
        rachid = cast.sign_in(cast.rachid)
        assert "is nog niet op school" in rachid.get("/").text
        path = reverse("absences:explanation", args=[missed.pk])
        assert "is nog niet op school" in rachid.get(path).text
        rachid.post(path, {"why": "ill"})
    missed.refresh_from_db()
    assert missed.reason == Reason.ILL and missed.ends_on is None
    assert missed.excuses(TODAY + dt.timedelta(days=1), dt.time(8, 30))  # ill on the whole of the next day
    assert Absence.objects.standing().filter(reason=Reason.LATE, until_time=dt.time(10, 15)).exists()


def test_what_is_told_of_the_afternoon_does_not_explain_the_morning(cast: Cast) -> None:
    miss(cast, 8, 45)
    told(cast, Reason.DOCTOR, (13, 0))
    assert set(Absence.objects.values_list("reason", "from_time")) == {
        (Reason.UNKNOWN, None), (Reason.DOCTOR, dt.time(13)),
    }  # fmt: skip
    told(cast, Reason.FAMILY)
    assert not Absence.objects.filter(reason=Reason.UNKNOWN).exists()


def test_who_came_after_the_hour_that_was_told_was_late_from_that_hour_and_once(cast: Cast) -> None:
    told(cast, Reason.LATE, None, (10, 15))
    for minute in (45, 50):
        assert miss(cast, 10, minute, "late") == 302
    noted = Absence.objects.get(noted_by=cast.anouk)
    assert (noted.reason, noted.from_time, noted.until_time) == ("late", dt.time(10, 15), dt.time(10, 45))
    assert miss(cast, 13, 0) == 302  # she went away again
    assert Absence.objects.get(reason=Reason.UNKNOWN).from_time == dt.time(10, 45)

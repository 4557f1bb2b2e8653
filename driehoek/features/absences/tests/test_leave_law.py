"""What the law says about leave: how late one may ask, and how many days for who is not there daily."""

import datetime as dt

from django.urls import reverse

from driehoek.facts.people.models import Restriction
from driehoek.features.absences.leave_law import last_day_to_ask, must_qualify
from driehoek.features.absences.models import Absence, Ground, LeaveRequest, Reason
from driehoek.features.absences.reporting import note_missing
from driehoek.features.absences.tests.test_leave import ask
from tests.cast import NOW, TODAY, Cast

A_DAY = dt.timedelta(days=1)  # NOW is a Thursday


def since(first: dt.date, last: dt.date = TODAY, **more: object) -> dict[str, object]:
    return {"starts_on": first.isoformat(), "ends_on": last.isoformat(), "ground": Ground.FUNERAL} | more


def test_what_came_up_suddenly_may_be_asked_two_days_later_and_no_later(cast: Cast) -> None:
    naima = cast.sign_in(cast.naima)
    assert ask(naima, cast.yusuf, **since(TODAY - 2 * A_DAY)).status_code == 302
    late = ask(naima, cast.yusuf, **since(TODAY - 3 * A_DAY))
    assert late.status_code == 422 and "Bel de school." in late.content.decode()
    assert "Mijn zus trouwt." in late.content.decode()
    assert LeaveRequest.objects.count() == 1
    page = cast.sign_in(cast.joris).get(LeaveRequest.objects.get().get_absolute_url()).content.decode()
    assert "Dit is achteraf gevraagd." in page


def test_a_holiday_is_never_asked_afterwards(cast: Cast) -> None:
    answer = ask(cast.sign_in(cast.naima), cast.yusuf, **since(TODAY - A_DAY, ground=Ground.HOLIDAY))
    assert answer.status_code == 422 and not LeaveRequest.objects.exists()


def test_two_days_that_end_in_a_weekend_run_to_monday() -> None:
    friday = dt.date(2026, 11, 20)
    assert last_day_to_ask(friday) == dt.date(2026, 11, 23)
    assert last_day_to_ask(friday - 2 * A_DAY) == friday


def test_a_day_that_nobody_explained_becomes_leave_when_the_head_says_yes(cast: Cast) -> None:
    note_missing(cast.yusuf, cast.vlieger, by=cast.anouk, at=NOW - A_DAY, day=TODAY - A_DAY)
    ask(cast.sign_in(cast.naima), cast.yusuf, **since(TODAY - A_DAY))
    path = reverse("absences:leave_decision", args=[LeaveRequest.objects.get().pk])
    assert cast.sign_in(cast.joris).post(path, {"outcome": "yes"}).status_code == 302
    assert [row.reason for row in Absence.objects.standing()] == [Reason.LEAVE]


def test_who_turned_sixteen_before_this_school_year_must_qualify_until_eighteen(cast: Cast) -> None:
    assert must_qualify(cast.dewi, cast.delta, TODAY)
    assert not must_qualify(cast.kevin, cast.delta, TODAY)  # eighteen since September
    assert not must_qualify(cast.thomas, cast.kompas, TODAY)  # sixteen since this school year
    assert not must_qualify(cast.yusuf, cast.vlieger, TODAY)


def test_who_has_lessons_on_three_days_gets_at_most_six_and_only_those_days_count(cast: Cast) -> None:
    sri, three = cast.sign_in(cast.sri), {"weekdays": ["1", "2", "3"], "ground": Ground.HOLIDAY}
    page = sri.get(reverse("absences:leave_request")).content.decode()
    assert "Op welke dagen heb je les of stage?" in page
    monday = dt.date(2027, 1, 11)
    too_long = ask(sri, cast.dewi, **since(monday, monday + 14 * A_DAY, **three))
    assert too_long.status_code == 422 and "hooguit 6 schooldagen" in too_long.content.decode()
    assert ask(sri, cast.dewi, **since(monday, monday + 11 * A_DAY, **three)).status_code == 302
    asked = LeaveRequest.objects.get()
    assert (asked.school_days, asked.most_days) == (6, 6)


def test_a_younger_pupil_has_ten_whatever_the_form_says(cast: Cast) -> None:
    naima = cast.sign_in(cast.naima)
    page = naima.get(reverse("absences:leave_request")).content.decode()
    assert "Op welke dagen heb je les" not in page and "binnen twee dagen" in page
    ask(naima, cast.yusuf, weekdays=["1"])
    assert LeaveRequest.objects.get().most_days == 10


def test_the_head_is_told_when_who_asked_answers_for_the_child_no_longer(cast: Cast) -> None:
    ask(cast.sign_in(cast.rachid), cast.yusuf)
    asked, joris = LeaveRequest.objects.get(), cast.sign_in(cast.joris)
    told = "Wie dit vroeg, meldt nu niet meer voor dit kind."
    assert told not in joris.get(asked.get_absolute_url()).content.decode()
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.rachid, kind="no_access", starts_on=TODAY, basis="-",
        entered_by=cast.marja,
    )  # fmt: skip
    assert told in joris.get(asked.get_absolute_url()).content.decode()

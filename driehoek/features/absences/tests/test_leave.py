"""Leave: asked in words the law knows, decided by the head, and told on one page."""

import datetime as dt
import uuid

import pytest
import time_machine
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from driehoek.backbone.index.finding import search
from driehoek.backbone.index.models import Findable
from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Holiday
from driehoek.features.absences.asking_leave import decide_by
from driehoek.features.absences.forgetting import WORDS, forget_words
from driehoek.features.absences.leave_law import school_days
from driehoek.features.absences.models import Absence, Ground, LeaveDecision, LeaveRequest, Reason
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
MONDAY = dt.date(2026, 12, 7)
FRIDAY = dt.date(2026, 12, 11)
SEEKERS = ("naima", "rachid", "yusuf", "anouk", "joris", "marja", "peter", "wouter")


def ask(browser: Client, pupil: Person, **words: object) -> HttpResponse:
    said: dict[str, object] = {"token": str(uuid.uuid4()), "child": pupil.pk, "ground": Ground.WEDDING}
    said |= {"explanation": "Mijn zus trouwt."}
    days = {"starts_on": MONDAY.isoformat(), "ends_on": FRIDAY.isoformat()}
    return browser.post(reverse("absences:leave_request"), said | days | words)  # type: ignore[return-value]


def asked(cast: Cast, **words: object) -> LeaveRequest:
    answer = ask(cast.sign_in(cast.naima), cast.yusuf, **words)
    assert answer.status_code == 302, answer.content.decode()
    return LeaveRequest.objects.latest("pk")


def mails() -> list[str]:
    while tell_due(NOW):
        pass
    deliver_due("email", clock=lambda: NOW)
    return [letter.to[0] for letter in mail.outbox]


def test_the_head_says_yes_and_the_child_is_on_the_list_of_those_days(cast: Cast) -> None:
    leave = asked(cast)
    assert leave.school_days == 5
    joris = cast.sign_in(cast.joris)
    for _ in range(2):
        joris.post(reverse("absences:leave_decision", args=[leave.pk]), {"outcome": "yes"})
    absence = Absence.objects.get()
    assert (absence.reason, absence.starts_on, absence.ends_on) == (Reason.LEAVE, MONDAY, FRIDAY)
    page = cast.sign_in(cast.naima).get(leave.get_absolute_url()).content.decode()
    assert "Het verlof is toegekend" in page and "artikel 11g en 14" in page


def test_who_asks_all_day_calls_the_head_no_more_than_twenty_times(cast: Cast) -> None:
    naima = cast.sign_in(cast.naima)
    answers = [ask(naima, cast.yusuf).status_code for _time in range(21)]
    assert answers == [302] * 20 + [429]
    assert LeaveRequest.objects.count() == 20


def test_a_no_needs_its_reason_and_says_where_to_object(cast: Cast) -> None:
    leave = asked(cast)
    path = reverse("absences:leave_decision", args=[leave.pk])
    answer = cast.sign_in(cast.joris).post(path, {"outcome": "no"})
    assert answer.status_code == 422 and "Leg uit waarom" in answer.content.decode()
    assert not LeaveDecision.objects.exists()
    cast.sign_in(cast.joris).post(path, {"outcome": "no", "reason": "Er is toetsweek."})
    page = cast.sign_in(cast.naima).get(leave.get_absolute_url()).content.decode()
    assert "Er is toetsweek." in page and "zes weken" in page
    assert not Absence.objects.exists()


@pytest.mark.parametrize("who", ["rachid", "jeroen", "annelies", "anouk", "peter", "wouter"])
def test_nobody_else_reads_it(cast: Cast, who: str) -> None:
    leave = asked(cast)
    assert cast.sign_in(getattr(cast, who)).get(leave.get_absolute_url()).status_code == 404
    assert cast.sign_in(cast.marja).get(leave.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("who", ["naima", "marja"])
def test_only_the_head_decides(cast: Cast, who: str) -> None:
    path = reverse("absences:leave_decision", args=[asked(cast).pk])
    assert cast.sign_in(getattr(cast, who)).post(path, {"outcome": "yes"}).status_code == 403
    assert cast.sign_in(cast.joris).post(path, {"outcome": "yes"}).status_code == 302


def test_more_than_ten_school_days_a_year_go_to_the_officer(cast: Cast) -> None:
    first = asked(cast, ends_on="2026-12-16")  # eight school days
    cast.sign_in(cast.joris).post(reverse("absences:leave_decision", args=[first.pk]), {"outcome": "yes"})
    more = asked(cast, starts_on="2027-02-01", ends_on="2027-02-03")
    joris, path = cast.sign_in(cast.joris), reverse("absences:leave_decision", args=[more.pk])
    assert "leerplichtambtenaar" in joris.get(more.get_absolute_url()).content.decode()
    assert joris.post(path, {"outcome": "yes"}).status_code == 422
    joris.post(reverse("absences:leave_forwarding", args=[more.pk]))
    assert joris.post(path, {"outcome": "yes"}).status_code == 302


def test_a_holiday_is_at_most_ten_school_days_and_once_a_year(cast: Cast) -> None:
    naima = cast.sign_in(cast.naima)
    answer = ask(naima, cast.yusuf, ground=Ground.HOLIDAY, ends_on="2026-12-21")
    assert answer.status_code == 422 and "10 schooldagen" in answer.content.decode()
    first = asked(cast, ground=Ground.HOLIDAY, ends_on="2026-12-18")
    cast.sign_in(cast.joris).post(reverse("absences:leave_decision", args=[first.pk]), {"outcome": "yes"})
    again = asked(cast, ground=Ground.HOLIDAY, starts_on="2027-03-01", ends_on="2027-03-02")
    assert "Dat mag één keer" in cast.sign_in(cast.joris).get(again.get_absolute_url()).content.decode()


def test_it_can_be_taken_back_until_it_is_decided(cast: Cast) -> None:
    leave = asked(cast)
    path = reverse("absences:leave_withdrawal", args=[leave.pk])
    assert cast.sign_in(cast.rachid).post(path).status_code == 404
    assert cast.sign_in(cast.naima).post(path).status_code == 302
    decision = reverse("absences:leave_decision", args=[leave.pk])
    assert cast.sign_in(cast.joris).post(decision, {"outcome": "yes"}).status_code == 403


def test_the_head_hears_of_it_and_the_parent_of_the_decision_and_no_mail_says_what(cast: Cast) -> None:
    leave = asked(cast)
    assert mails() == [cast.joris.email]
    leave.decide(is_granted=False, reason="Er is toetsweek.", by=cast.joris, at=NOW)
    assert mails()[1:] == [cast.naima.email]
    for letter in mail.outbox:
        said = letter.subject + str(letter.body)
        assert "Yusuf" not in said and "zus" not in said and "toetsweek" not in said


def test_the_same_form_sent_twice_is_one_request(cast: Cast) -> None:
    token = str(uuid.uuid4())
    for _ in range(2):
        asked(cast, token=token)
    assert LeaveRequest.objects.count() == 1


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ({"ground": ""}, "Kies waarvoor"),
        ({"starts_on": ""}, "Kies een dag."),
        ({"starts_on": "2026-11-01"}, "twee dagen geleden"),
        ({"ends_on": "2026-12-01"}, "vóór de eerste"),
        ({"starts_on": "2026-12-12", "ends_on": "2026-12-13"}, "geen school"),
        ({"child": "1"}, "Kies een kind"),
    ],
)
def test_bad_input_gets_a_clear_sentence_and_nothing_is_lost(
    cast: Cast, words: dict[str, object], complaint: str
) -> None:
    answer = ask(cast.sign_in(cast.naima), cast.yusuf, **words)
    page = answer.content.decode()
    assert answer.status_code == 422 and complaint in page and "Mijn zus trouwt." in page


@pytest.mark.parametrize(
    ("first", "today", "by"),
    [
        (dt.date(2026, 12, 7), TODAY, dt.date(2026, 12, 3)),
        (dt.date(2026, 11, 23), TODAY, dt.date(2026, 11, 22)),
        (TODAY, TODAY, TODAY),
    ],
)
def test_an_answer_comes_within_two_weeks_and_before_the_leave(
    first: dt.date, today: dt.date, by: dt.date
) -> None:
    assert decide_by(first, today) == by


def test_weekends_are_no_school_days_nor_the_night_in_which_the_clocks_change(cast: Cast) -> None:
    assert school_days(dt.date(2027, 3, 26), dt.date(2027, 3, 29), cast.vlieger) == 2


def test_the_holidays_of_a_long_leave_are_asked_once(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Also one that begins more than 120 days after its first day."""
    school, first, last = cast.vlieger, dt.date(2027, 1, 4), dt.date(2027, 7, 2)
    with django_assert_num_queries(1):
        before = school_days(first, last, school)
    monday, friday = dt.date(2027, 6, 7), dt.date(2027, 6, 11)
    Holiday.objects.create(school=school, name="projectweek", starts_on=monday, ends_on=friday)
    assert school_days(first, last, school) == before - 5


def granted(cast: Cast, **words: object) -> LeaveRequest:
    leave = asked(cast, **words)
    leave.decide(is_granted=True, reason="", by=cast.joris, at=NOW)
    return leave


def withdraw(cast: Cast, leave: LeaveRequest, *, by: Person | None = None) -> HttpResponse:
    browser = cast.sign_in(by or cast.naima, "home")
    return browser.post(reverse("absences:leave_withdrawal", args=[leave.pk]))  # type: ignore[return-value]


def reconsider(cast: Cast, leave: LeaveRequest, by: Person, reason: str = "Er is toetsweek.") -> HttpResponse:
    path = reverse("absences:leave_reversal", args=[leave.pk])
    return cast.sign_in(by).post(path, {"reason": reason})  # type: ignore[return-value]


def test_when_plans_change_who_asked_gives_granted_leave_back_and_school_hears(cast: Cast) -> None:
    leave = granted(cast)
    mails()
    mail.outbox.clear()
    for _ in range(2):
        withdraw(cast, leave)
    assert not Absence.objects.standing().exists()
    assert sorted(mails()) == sorted([cast.joris.email, cast.marja.email])
    letter = mail.outbox[0]
    assert "niet meer nodig" in letter.subject and "Yusuf" not in letter.subject + str(letter.body)
    assert "ingetrokken" in cast.sign_in(cast.joris).get(leave.get_absolute_url()).text


def test_nobody_else_gives_it_back_nor_she_once_it_has_begun(cast: Cast) -> None:
    leave = granted(cast)
    for other in (cast.rachid, cast.annelies, cast.joris):
        assert withdraw(cast, leave, by=other).status_code == 404, other.name
    with time_machine.travel(dt.datetime.combine(MONDAY, dt.time(7), tzinfo=dt.UTC), tick=False):
        assert withdraw(cast, leave).status_code == 403
        assert "Het verlof is niet nodig" not in cast.sign_in(cast.naima).get(leave.get_absolute_url()).text
    assert Absence.objects.standing().exists()
    assert withdraw(cast, leave).status_code == 302  # the days before it may


def test_a_no_cannot_be_given_back_and_an_open_question_tells_nobody(cast: Cast) -> None:
    leave = asked(cast)
    mails()
    mail.outbox.clear()
    withdraw(cast, leave)
    assert mails() == []
    refused = asked(cast)
    refused.decide(is_granted=False, reason="Nee.", by=cast.joris, at=NOW)
    assert withdraw(cast, refused).status_code == 403


def test_what_the_other_parent_was_granted_stands_when_one_gives_it_back(cast: Cast) -> None:
    leave = granted(cast)
    ask(cast.sign_in(cast.rachid), cast.yusuf)
    other = LeaveRequest.objects.latest("pk")
    other.decide(is_granted=True, reason="", by=cast.joris, at=NOW)
    assert Absence.objects.standing().count() == 1
    withdraw(cast, leave)
    assert Absence.objects.standing().count() == 1
    withdraw(cast, other, by=cast.rachid)
    assert not Absence.objects.standing().exists()


def test_a_yes_that_comes_too_late_puts_nobody_on_the_list(cast: Cast) -> None:
    leave = asked(cast)
    withdraw(cast, leave)
    leave.decide(is_granted=True, reason="", by=cast.joris, at=NOW)
    assert not Absence.objects.exists() and not LeaveDecision.objects.exists()


def test_the_head_takes_a_decision_back_with_a_reason_and_decides_anew(cast: Cast) -> None:
    leave = granted(cast)
    assert reconsider(cast, leave, cast.joris, reason=" ").status_code == 422
    assert LeaveDecision.objects.exists()
    mails()
    mail.outbox.clear()
    for _ in range(2):
        reconsider(cast, leave, cast.joris)
    assert not Absence.objects.standing().exists() and leave.reversals.count() == 1
    assert mails() == [cast.naima.email] and "toetsweek" not in str(mail.outbox[0].body)
    page = cast.sign_in(cast.naima).get(leave.get_absolute_url()).text
    assert "Eerst toegekend" in page and "Er is toetsweek." in page and "De directie kijkt ernaar" in page
    cast.sign_in(cast.joris).post(reverse("absences:leave_decision", args=[leave.pk]), {"outcome": "yes"})
    assert Absence.objects.standing().count() == 1


def test_only_the_head_takes_a_decision_back_and_only_before_it_begins(cast: Cast) -> None:
    leave = granted(cast)
    for other, status in ((cast.marja, 403), (cast.anouk, 404), (cast.peter, 404), (cast.naima, 403)):
        assert reconsider(cast, leave, other).status_code == status, other.name
    with time_machine.travel(dt.datetime.combine(MONDAY, dt.time(7), tzinfo=dt.UTC), tick=False):
        assert reconsider(cast, leave, cast.joris).status_code == 403
    assert reconsider(cast, asked(cast), cast.joris).status_code == 403  # nothing was decided
    assert Absence.objects.standing().exists()


def test_who_asked_and_who_decides_find_the_words_and_nobody_else_does(cast: Cast) -> None:
    leave = asked(cast)
    leave.decide(is_granted=False, reason="De toets van december gaat voor.", by=cast.joris, at=NOW)
    for sought in ("trouwt", "december"):
        finding = {key for key in SEEKERS if search(cast.viewer(getattr(cast, key)), sought).hits}
        assert finding == {"naima", "joris", "marja"}
    (hit,) = search(cast.viewer(cast.naima), "trouwt").hits
    assert hit.said.title == "Verlof · Yusuf" and hit.text.url == leave.get_absolute_url()
    later = NOW + dt.timedelta(days=220)
    forget_words(later.date() - WORDS, later)
    assert not search(cast.viewer(cast.joris), "trouwt").hits
    assert not Findable.objects.filter(words__contains="trouw").exists()

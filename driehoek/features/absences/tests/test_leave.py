"""Leave: asked in words the law knows, decided by the head, and told on one page."""

import datetime as dt
import uuid

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.people.models import Person
from driehoek.features.absences.asking_leave import decide_by, school_days
from driehoek.features.absences.models import Absence, Ground, LeaveDecision, LeaveRequest, Reason
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
MONDAY = dt.date(2026, 12, 7)
FRIDAY = dt.date(2026, 12, 11)


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
    assert answer.status_code == 422 and "tien schooldagen" in answer.content.decode()
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
        ({"starts_on": ""}, "vanaf vandaag"),
        ({"starts_on": "2026-11-01"}, "vanaf vandaag"),
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

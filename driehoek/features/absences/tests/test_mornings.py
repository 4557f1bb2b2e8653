"""The next morning: better again? And the clock behind it, on days on which the clocks are changed."""

import datetime as dt

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from driehoek.backbone.access.viewer import AMSTERDAM
from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.telling import tell_due
from driehoek.base.core.recurring import recurring
from driehoek.facts.schools.models import Holiday
from driehoek.features.absences.models import MorningAnswer, MorningQuestion
from driehoek.features.absences.reporting import note_missing
from driehoek.features.absences.tests.told import A_DAY, ill
from driehoek.features.absences.watching import ask_who_is_better
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
QUARTER_PAST_SEVEN = NOW.replace(hour=7, minute=15)
MONDAY = dt.datetime(2026, 11, 23, 7, 15, tzinfo=AMSTERDAM)


def question_about(cast: Cast) -> MorningQuestion:
    ill(cast.yusuf, by=cast.naima, since=TODAY - A_DAY, at=NOW - A_DAY)
    ask_who_is_better(QUARTER_PAST_SEVEN)
    return MorningQuestion.objects.get()


def todo_of(browser: Client) -> str:
    page = browser.get("/").content.decode()
    return page if "weer beter?" in page else ""


def test_each_who_answers_for_the_child_is_asked_and_the_first_answer_counts(cast: Cast) -> None:
    question = question_about(cast)
    naima, rachid = cast.sign_in(cast.naima), cast.sign_in(cast.rachid)
    assert todo_of(naima) and todo_of(rachid)
    naima.post(question.get_absolute_url(), {"answer": "ill", "next": "/"})
    assert not todo_of(naima) and not todo_of(rachid)
    rachid.post(question.get_absolute_url(), {"answer": "better"})
    assert MorningAnswer.objects.get().still_ill
    question.absence.refresh_from_db()
    assert question.absence.ends_on is None


def test_better_ends_it_the_day_before(cast: Cast) -> None:
    question = question_about(cast)
    cast.sign_in(cast.naima).post(question.get_absolute_url(), {"answer": "better"})
    question.absence.refresh_from_db()
    assert question.absence.ends_on == TODAY - A_DAY


@pytest.mark.parametrize("who", ["tom", "jeroen", "annelies", "wouter"])
def test_nobody_else_is_asked_or_may_answer(cast: Cast, who: str) -> None:
    question = question_about(cast)
    browser = cast.sign_in(getattr(cast, who))
    assert not todo_of(browser)
    assert browser.post(question.get_absolute_url(), {"answer": "better"}).status_code == 404


def test_looking_at_the_link_of_the_mail_changes_nothing(cast: Cast) -> None:
    question = question_about(cast)
    page = cast.sign_in(cast.naima).get(question.get_absolute_url()).content.decode()
    assert "Nog ziek" in page and not MorningAnswer.objects.exists()
    assert cast.sign_in(cast.naima).post(question.get_absolute_url(), {"answer": "?"}).status_code == 422


def test_the_mail_goes_to_both_homes_and_names_no_child(cast: Cast) -> None:
    question_about(cast)
    tell_due(NOW)
    deliver_due("email", clock=lambda: NOW)
    asked = [letter for letter in mail.outbox if "beter" in letter.subject]
    assert {letter.to[0] for letter in asked} == {cast.naima.email, cast.rachid.email}
    for letter in asked:
        assert "Yusuf" not in letter.subject + str(letter.body)


def test_who_was_answered_for_gets_no_mail_any_more(cast: Cast) -> None:
    question = question_about(cast)
    tell_due(NOW)
    question.answer(still_ill=True, by=cast.rachid, at=NOW)
    deliver_due("email", clock=lambda: NOW)
    assert not [letter for letter in mail.outbox if "beter" in letter.subject]


def test_asking_twice_is_asking_once(cast: Cast) -> None:
    question_about(cast)
    ask_who_is_better(NOW)
    assert MorningQuestion.objects.count() == 1


@pytest.mark.parametrize(
    ("now", "asked"),
    [
        (QUARTER_PAST_SEVEN, 1),
        (dt.datetime(2026, 11, 21, 7, 15, tzinfo=AMSTERDAM), 0),  # Saturday
        (MONDAY, 1),
        (dt.datetime(2027, 3, 29, 7, 15, tzinfo=AMSTERDAM), 1),  # the Monday after the clocks went forward
        (dt.datetime(2026, 11, 18, 7, 15, tzinfo=AMSTERDAM), 0),  # the day on which she fell ill
    ],
)
def test_home_is_asked_on_school_mornings_only(cast: Cast, now: dt.datetime, asked: int) -> None:
    ill(cast.yusuf, by=cast.naima, since=dt.date(2026, 11, 18), at=NOW - A_DAY)
    assert ask_who_is_better(now) == asked


def test_in_the_holidays_nobody_is_asked(cast: Cast) -> None:
    Holiday.objects.create(school=cast.vlieger, name="vrij", starts_on=TODAY, ends_on=TODAY)
    ill(cast.yusuf, by=cast.naima, since=TODAY - A_DAY, at=NOW - A_DAY)
    assert ask_who_is_better(QUARTER_PAST_SEVEN) == 0


@pytest.mark.parametrize(
    ("before", "utc_hour"),
    [
        (dt.datetime(2026, 10, 24, 12, tzinfo=AMSTERDAM), 6),  # winter time begins that night
        (dt.datetime(2026, 10, 23, 12, tzinfo=AMSTERDAM), 5),
        (dt.datetime(2027, 3, 27, 12, tzinfo=AMSTERDAM), 5),  # summer time begins that night
        (dt.datetime(2027, 3, 26, 12, tzinfo=AMSTERDAM), 6),
    ],
)
def test_it_is_a_quarter_past_seven_on_a_dutch_clock_all_year(before: dt.datetime, utc_hour: int) -> None:
    line = next(line for line in recurring() if line.name == "ask-who-is-better")
    moment = line.after(before).astimezone(dt.UTC)
    assert (moment.hour, moment.minute) == (utc_hour, 15)


def test_the_form_for_a_child_who_is_ill_still_works_from_the_answered_page(cast: Cast) -> None:
    question = question_about(cast)
    question.answer(still_ill=False, by=cast.naima, at=NOW)
    page = cast.sign_in(cast.naima).get(question.get_absolute_url()).content.decode()
    assert reverse("absences:report") in page and "Nog ziek" not in page


def test_a_student_of_age_is_spoken_to_about_herself_and_a_parent_about_her_child(cast: Cast) -> None:
    """Who is eighteen answers alone, and read that her child was ill."""
    for student in (cast.kevin, cast.aylin):
        student.email = f"{student.given_name.lower()}@leerling.example"
        student.save()
    for child, by in ((cast.kevin, cast.kevin), (cast.yusuf, cast.naima)):
        ill(child, by=by, since=TODAY - A_DAY, at=NOW - A_DAY)
    ask_who_is_better(QUARTER_PAST_SEVEN)
    missed = note_missing(cast.aylin, cast.delta, by=cast.youssef, at=NOW.replace(hour=9), day=TODAY)
    while tell_due(NOW):
        pass
    deliver_due("email", clock=lambda: NOW)
    words = {letter.to[0]: f"{letter.subject} {letter.body}" for letter in mail.outbox}
    assert "Vakcollege Delta: ben je weer beter?" in words[cast.kevin.email]
    assert "De Vlieger: is je kind weer beter?" in words[cast.naima.email]
    assert "Vakcollege Delta: wij missen je vandaag" in words[cast.aylin.email]
    assert "je kind" not in words[cast.kevin.email] + words[cast.aylin.email]
    pages = (reverse("absences:explanation", args=[missed.pk]), reverse("absences:report"))
    for page in pages:
        assert "je kind" not in cast.sign_in(cast.aylin).get(page).text

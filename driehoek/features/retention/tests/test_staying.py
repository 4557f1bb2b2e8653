"""Who asks to be forgotten is told what stays, why, and until when; and it is what the jobs really do."""

import datetime as dt

import pytest
from pytest_django.fixtures import Settings

from driehoek.backbone.journal import forgetting as journal
from driehoek.facts.consent import purging
from driehoek.facts.people.models import Person
from driehoek.facts.schools.leaving import kept_until, year_kept_from
from driehoek.features.conversations import forgetting as talks
from driehoek.features.retention import former
from tests.cast import TODAY, Cast

PAGE = "/ik/vergeten/"


def page_of(cast: Cast, person: Person, hat: str = "home") -> str:
    answer = cast.sign_in(person, hat).get(PAGE)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_mother_reads_of_each_thing_why_it_stays_and_until_when(cast: Cast) -> None:
    page = page_of(cast, cast.marieke)
    for sentence in (
        "Vijf jaar na de laatste schooldag van Finn.",
        "Twee jaar na de laatste schooldag van Finn.",
        "School moet kunnen laten zien wie wat zei.",
        "Wat nu gedeeld wordt: tot 1 augustus 2028.",
        "400 dagen na de laatste dag.",
        "Vijf jaar. Dat je inlogde: een jaar.",
        "School antwoordt binnen een maand.",
    ):
        assert sentence in page


def test_the_other_household_and_who_sees_no_child_read_no_name(cast: Cast) -> None:
    assert "Adam" in page_of(cast, cast.naima) and "Yusuf" in page_of(cast, cast.naima)
    assert "Adam" in page_of(cast, cast.rachid)
    for person in (cast.dennis, cast.jeroen):
        page = page_of(cast, person)
        assert "Tot je twee jaar niet meer in Driehoek was." in page and "laatste schooldag" not in page


def test_a_student_reads_about_herself_and_a_colleague_about_work(cast: Cast) -> None:
    assert "Vijf jaar na je laatste schooldag." in page_of(cast, cast.adam)
    at_work = page_of(cast, cast.anouk, "school")
    assert "Vijf jaar na je laatste werkdag." in at_work and "Vraag het aan de directie." in at_work
    assert "schooldag" not in at_work and "schooldag" in page_of(cast, cast.anouk)


def test_one_press_begins_the_question_to_school(cast: Cast) -> None:
    said = {"begin": "on", "text": "Ik wil graag dat school mij vergeet."}
    asking = cast.sign_in(cast.naima).post("/berichten/nieuw/", said)
    assert asking.status_code == 200 and f"{said['text']}</textarea>" in asking.content.decode()


def test_it_says_the_terms_that_the_jobs_keep(settings: Settings) -> None:
    assert (former.STUDENTS, former.COLLEAGUES, purging.YEARS, talks.YEARS) == (2, 5, 5, 2)
    assert (journal.FACTS.days // 365, journal.WAYS_IN.days) == (5, 365)
    assert settings.ABSENCES_KEPT_DAYS == 400


@pytest.mark.parametrize("day", [TODAY, dt.date(2027, 7, 31), dt.date(2027, 8, 1), dt.date(2028, 2, 29)])
def test_what_is_shared_today_goes_on_the_day_that_is_named(day: dt.date) -> None:
    last = kept_until(day)
    assert year_kept_from(last - dt.timedelta(days=1)) <= day < year_kept_from(last)

"""What is told about assignments, and what a guardian reads who looks along from further off."""

import datetime as dt

import pytest

from driehoek.backbone.notifications.models import Notification
from driehoek.backbone.notifications.preferences import usual
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.looking.models import LookAlong, Mode, Step
from driehoek.features.career.models import Assignment, Outcome
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
A_DAY = dt.timedelta(days=1)
HERS = "Vroeg opstaan lijkt mij niks."


def given(cast: Cast, ago: dt.timedelta = 2 * A_DAY) -> Assignment:
    Assignment.give(
        [cast.adam], cast.klas_1b, "werkdag", due_on=TODAY + 9 * A_DAY, by=cast.dijk, at=NOW - ago
    )
    return Assignment.objects.get()


def told(cast: Cast, verb: str) -> set[str]:
    while tell_due(NOW):
        pass
    people = set(Notification.objects.filter(entry__verb=verb).values_list("person", flat=True))
    return {name for name, person in cast.everyone().items() if person.pk in people}


def shares_herself(cast: Cast) -> None:
    """Naima agreed with Adam that he shares what he likes."""
    made = LookAlong.objects.create(
        student=cast.adam, guardian=cast.naima, school=cast.kompas, proposed_at=NOW, sealed_at=NOW
    )
    Step.objects.create(agreement=made, mode=Mode.SHARES, starts_on=TODAY - 5 * A_DAY)


def test_the_student_hears_at_once_and_home_once_a_week_a_day_later(cast: Cast) -> None:
    given(cast, ago=dt.timedelta(hours=1))
    assert told(cast, "career.assignment.given") == {"adam"}
    assert told(cast, "career.assignment.shown") == set()
    assert usual("career", "email") == "weekly" and usual("career", "push") == "off"


def test_both_homes_hear_of_it_and_of_her_words_and_she_of_theirs(cast: Cast) -> None:
    assignment = given(cast)
    assert told(cast, "career.assignment.shown") == {"naima", "rachid"}
    Outcome.tell(assignment, HERS, together=True, by=cast.adam, at=NOW)
    assert told(cast, "career.outcome.told") == {"naima", "rachid"}
    Notification.objects.all().delete()
    Outcome.tell(assignment, "Mooi!", together=True, by=cast.naima, at=NOW)
    assert told(cast, "career.outcome.told") == {"adam"}


def test_who_agreed_to_stand_further_off_does_it_together_and_reads_what_is_brought(cast: Cast) -> None:
    shares_herself(cast)
    assignment = given(cast)
    outcome = Outcome.tell(assignment, HERS, together=True, by=cast.adam, at=NOW - A_DAY)
    assert told(cast, "career.assignment.shown") == {"naima", "rachid"}
    assert not Outcome.objects.visible_to(cast.viewer(cast.naima)).exists()  # so no mail brings it either
    naima = cast.sign_in(cast.naima)
    assert HERS not in naima.get(assignment.get_absolute_url()).text
    assert naima.post(assignment.get_absolute_url(), {"together": "on"}).status_code == 302
    assert HERS in cast.sign_in(cast.rachid).get(assignment.get_absolute_url()).text
    outcome.bring(at=NOW)
    assert HERS in naima.get(assignment.get_absolute_url()).text


def test_of_age_a_student_does_it_with_whom_she_shows_her_talks(cast: Cast) -> None:
    Assignment.give(
        [cast.dewi], cast.zorg_2a, "stageplek", due_on=TODAY + 9 * A_DAY, by=cast.youssef, at=NOW - 2 * A_DAY
    )
    assignment = Assignment.objects.get()
    assert cast.sign_in(cast.dewi).get(assignment.get_absolute_url()).status_code == 200
    assert cast.sign_in(cast.youssef).get(assignment.get_absolute_url()).status_code == 200
    assert told(cast, "career.assignment.given") == {"dewi"}

"""The photo check asks about the exceptions only, and nothing is shown before it is answered."""

import datetime as dt

import pytest

from driehoek.backbone.media.checking import (
    CheckUnanswered,
    answer_check,
    exceptions,
    limit_to_parents,
    place,
    say_absent,
    take_away,
)
from driehoek.backbone.media.models import Photo, PhotoCheck, PhotoHold
from driehoek.backbone.media.tests.studio import a_checked_photo, a_photo, deciders, everyone_says_yes, pupils
from driehoek.facts.consent.models import answer
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment
from tests.cast import NOW, TODAY, Cast

LATER = NOW + dt.timedelta(minutes=5)


@pytest.fixture
def studio(cast: Cast) -> Cast:
    """In groep 5 nobody answered for Finn and Amira; everyone else may be shown."""
    everyone_says_yes(cast.groep_5, but=(cast.finn, cast.amira))
    return cast


def shown(photo: Photo, cast: Cast, person: Person) -> bool:
    return Photo.objects.where(cast.viewer(person, "home"), may="show").filter(pk=photo.pk).exists()


def test_only_the_exceptions_are_asked_about(studio: Cast) -> None:
    asked = exceptions([studio.groep_5], Purpose.CLASS_APP, TODAY)
    assert set(asked) == {studio.finn, studio.amira}
    assert set(exceptions([studio.groep_5], Purpose.SCHOOL_APP, TODAY)) == set(pupils(studio.groep_5))


def test_a_group_in_which_everyone_may_be_shown_asks_nothing(studio: Cast) -> None:
    for child in (studio.finn, studio.amira):
        answer(child, Purpose.CLASS_APP, shown=True, by=deciders(child)[0], at=NOW)
    photo = a_photo(studio)
    answer_check([photo], {}, by=studio.anouk, at=NOW)
    assert shown(photo, studio, studio.naima)


def test_a_photo_nobody_answered_for_is_shown_to_no_one(studio: Cast) -> None:
    photo = a_photo(studio)
    assert not shown(photo, studio, studio.naima)
    assert not PhotoHold.objects.exists()  # a draft is nobody's repair work


def test_leaving_one_child_unanswered_refuses_all_and_writes_nothing(studio: Cast) -> None:
    photos = [a_photo(studio), a_photo(studio)]
    with pytest.raises(CheckUnanswered) as refused:
        answer_check(photos, {studio.finn.pk: set()}, by=studio.anouk, at=NOW)
    assert refused.value.students == {studio.amira.pk}
    assert not PhotoCheck.objects.exists()
    assert not Photo.objects.exclude(checked_at=None).exists()


def test_nobody_is_on_it_shows_it(studio: Cast) -> None:
    photo = a_checked_photo(studio)
    assert shown(photo, studio, studio.naima)
    assert PhotoCheck.objects.filter(photo=photo, present=False, by=studio.anouk).count() == 2


def test_a_child_who_is_on_it_hides_that_photo_and_no_other(studio: Cast) -> None:
    with_finn, without = a_photo(studio), a_photo(studio)
    answers = {studio.finn.pk: {with_finn.pk}, studio.amira.pk: set()}
    answer_check([with_finn, without], answers, by=studio.anouk, at=NOW)
    assert not shown(with_finn, studio, studio.naima)
    assert shown(without, studio, studio.naima)
    assert [hold.student for hold in PhotoHold.objects.open()] == [studio.finn]


def test_checking_twice_is_checking_once_and_the_last_word_counts(studio: Cast) -> None:
    photo = a_checked_photo(studio, present=(studio.finn,))
    for _time in range(2):
        answer_check([photo], {studio.finn.pk: set(), studio.amira.pk: set()}, by=studio.anouk, at=LATER)
    assert shown(photo, studio, studio.naima)
    assert PhotoCheck.objects.count() == 2
    assert not PhotoHold.objects.open().exists()


def test_another_group_asks_again(studio: Cast) -> None:
    photo = a_checked_photo(studio)
    place([photo], [studio.groep_5, studio.groep_2], taken_on=TODAY)
    assert not shown(photo, studio, studio.naima)
    with pytest.raises(CheckUnanswered):
        answer_check([photo], {}, by=studio.anouk, at=LATER)


def test_a_photo_without_a_group_is_never_shown(studio: Cast) -> None:
    photo = a_photo(studio)
    with pytest.raises(ValueError, match="at least one group"):
        place([photo], [], taken_on=TODAY)
    lonely = Photo.objects.create(
        school=studio.vlieger, uploaded_by=studio.anouk, width=1, height=1, colour="#000000", created_at=NOW
    )
    with pytest.raises(ValueError, match="place"):
        answer_check([photo, lonely], {studio.finn.pk: [], studio.amira.pk: []}, by=studio.anouk, at=NOW)
    assert not shown(lonely, studio, studio.naima)


def test_a_child_who_came_or_left_another_day_is_not_asked_about(studio: Cast) -> None:
    Enrolment.objects.filter(student=studio.finn, group=studio.groep_5).update(
        ends_on=TODAY - dt.timedelta(days=1)
    )
    photo = a_photo(studio)
    answer_check([photo], {studio.amira.pk: set()}, by=studio.anouk, at=NOW)
    assert shown(photo, studio, studio.naima)
    earlier = a_photo(studio, taken_on=TODAY - dt.timedelta(days=1))
    with pytest.raises(CheckUnanswered):
        answer_check([earlier], {studio.amira.pk: set()}, by=studio.anouk, at=NOW)


def test_saying_she_is_not_on_it_shows_it_again(studio: Cast) -> None:
    photo = a_checked_photo(studio, present=(studio.finn,))
    say_absent(photo, studio.finn, by=studio.anouk, at=LATER)
    assert shown(photo, studio, studio.naima)
    hold = PhotoHold.objects.get()
    assert (hold.lifted_at, hold.lifted_by) == (LATER, studio.anouk)


def test_only_for_her_parents_is_for_them_and_no_one_else(studio: Cast) -> None:
    photo = a_checked_photo(studio, present=(studio.finn,))
    limit_to_parents(photo, studio.finn, by=studio.anouk, at=LATER)
    assert shown(photo, studio, studio.marieke)
    assert shown(photo, studio, studio.finn)
    assert not shown(photo, studio, studio.naima)


def test_two_limits_leave_only_who_stands_beside_both(studio: Cast) -> None:
    photo = a_checked_photo(studio, present=(studio.finn, studio.amira))
    limit_to_parents(photo, studio.finn, by=studio.anouk, at=LATER)
    assert not shown(photo, studio, studio.marieke)  # Amira is still on it
    limit_to_parents(photo, studio.amira, by=studio.anouk, at=LATER)
    assert not shown(photo, studio, studio.marieke)
    assert not shown(photo, studio, studio.hanneke)


def test_taking_it_away_ends_every_question_about_it(studio: Cast) -> None:
    photo = a_checked_photo(studio, present=(studio.finn, studio.amira))
    for _time in range(2):
        take_away(photo, by=studio.anouk, at=LATER)
    assert not PhotoHold.objects.open().exists()
    assert not shown(photo, studio, studio.naima)

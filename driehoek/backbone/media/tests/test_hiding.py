"""Withdrawn consent hides photos at once; every other change does so with the next sweep."""

import datetime as dt
import random

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.media.checking import answer_check, exceptions, limit_to_parents, say_absent
from driehoek.backbone.media.holding import answer_about_photos, hold_photos
from driehoek.backbone.media.models import Photo, PhotoGroup, PhotoHold, WatchedEnrolment
from driehoek.backbone.media.tests.studio import (
    a_checked_photo,
    a_photo,
    deciders,
    everyone_says_yes,
    may_show,
    pupils,
)
from driehoek.facts.consent.models import answer
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Guardianship, Person
from driehoek.facts.schools.models import Enrolment
from tests.cast import NOW, TODAY, Cast

CLASS_APP = Purpose.CLASS_APP
MINUTE, DAY = dt.timedelta(minutes=1), dt.timedelta(days=1)
SOME_DAYS = [0 * DAY, 3 * DAY, 60 * DAY]


@pytest.fixture
def studio(cast: Cast) -> Cast:
    everyone_says_yes(cast.groep_5)
    return cast


def listed(cast: Cast, person: Person, now: dt.datetime = NOW) -> set[int]:
    """What a list shows her: the cheap form."""
    rows = Photo.objects.where(cast.viewer(person, "home", now), may="show")
    return set(rows.values_list("pk", flat=True))


def clear(day: dt.date) -> set[int]:
    """What the rule says, asked anew."""
    hidden = PhotoGroup.objects.unanswered(day).on_checked_photos().values_list("photo", flat=True)
    return set(Photo.objects.exclude(checked_at=None).values_list("pk", flat=True)) - set(hidden)


def withdraw(child: Person, at: dt.datetime = NOW) -> None:
    answer_about_photos(child, CLASS_APP, shown=False, by=deciders(child)[0], at=at)


def test_withdrawing_hides_every_photo_of_her_groups_at_once(studio: Cast) -> None:
    photos = [a_checked_photo(studio, taken_on=TODAY - days * DAY) for days in range(3)]
    assert listed(studio, studio.naima) == {photo.pk for photo in photos}
    withdraw(studio.finn)
    assert listed(studio, studio.naima) == set()
    assert set(PhotoHold.objects.open().values_list("student", flat=True)) == {studio.finn.pk}


def test_a_photo_on_which_she_is_not_stays(studio: Cast) -> None:
    answer_about_photos(studio.finn, CLASS_APP, shown=False, by=studio.marieke, at=NOW)
    photo = a_checked_photo(studio)
    answer_about_photos(studio.finn, CLASS_APP, shown=True, by=studio.marieke, at=NOW + MINUTE)
    answer_about_photos(studio.finn, CLASS_APP, shown=False, by=studio.marieke, at=NOW + 2 * MINUTE)
    assert listed(studio, studio.naima) == {photo.pk}


def test_saying_yes_again_shows_them_again(studio: Cast) -> None:
    photo = a_checked_photo(studio)
    withdraw(studio.finn)
    answer_about_photos(studio.finn, CLASS_APP, shown=True, by=deciders(studio.finn)[0], at=NOW + MINUTE)
    assert listed(studio, studio.naima) == {photo.pk}
    assert not PhotoHold.objects.open().exists()


def test_another_purpose_hides_nothing(studio: Cast) -> None:
    photo = a_checked_photo(studio)
    answer_about_photos(studio.finn, Purpose.PRESS, shown=False, by=studio.marieke, at=NOW)
    assert listed(studio, studio.naima) == {photo.pk}


def test_a_child_of_another_group_hides_nothing(studio: Cast) -> None:
    photo = a_checked_photo(studio)
    answer_about_photos(studio.lina, CLASS_APP, shown=False, by=studio.naima, at=NOW)
    assert listed(studio, studio.naima) == {photo.pk}


def test_it_is_written_down_once_for_each_child(studio: Cast) -> None:
    for _photo in range(3):
        a_checked_photo(studio)
    for _time in range(2):
        withdraw(studio.finn)
    held = Entry.objects.filter(verb="media.photo.held")
    assert [entry.subject for entry in held] == [studio.finn]
    assert Entry.objects.filter(verb="consent.answer.given").count() == 1


def end_custody(studio: Cast) -> None:
    rows = Guardianship.objects.filter(student=studio.finn)
    rows.update(starts_on=TODAY - 90 * DAY, ends_on=TODAY)


def test_custody_that_ended_hides_with_the_next_sweep(studio: Cast) -> None:
    photo = a_checked_photo(studio)
    hold_photos(NOW)
    end_custody(studio)
    assert hold_photos(NOW + MINUTE) == 0
    assert listed(studio, studio.naima) == {photo.pk}
    assert hold_photos(NOW + DAY) > 0
    assert listed(studio, studio.naima) == set()


def test_a_child_who_turns_out_to_have_been_there_hides_with_the_next_sweep(studio: Cast) -> None:
    """The roster arrives late: she was in the group that day after all."""
    photo = a_checked_photo(studio)
    hold_photos(NOW)
    Enrolment.objects.create(student=studio.adam, group=studio.groep_5, starts_on=TODAY - DAY)
    assert hold_photos(NOW + MINUTE) == 1
    assert listed(studio, studio.naima) == set()
    Enrolment.objects.filter(student=studio.adam, group=studio.groep_5).update(starts_on=TODAY + DAY)
    hold_photos(NOW + 2 * MINUTE)
    assert listed(studio, studio.naima) == {photo.pk}
    Enrolment.objects.filter(student=studio.adam, group=studio.groep_5).update(starts_on=TODAY)
    hold_photos(NOW + 3 * MINUTE)
    Enrolment.objects.filter(student=studio.adam, group=studio.groep_5).delete()
    hold_photos(NOW + 4 * MINUTE)
    assert listed(studio, studio.naima) == {photo.pk}


def test_at_sixteen_her_own_no_hides_with_the_next_sweep(studio: Cast) -> None:
    finn = studio.finn
    Person.objects.filter(pk=finn.pk).update(birth_date=TODAY.replace(year=TODAY.year - 16) + DAY)
    photo = a_checked_photo(studio)
    answer(finn, CLASS_APP, shown=False, by=finn, at=NOW)
    hold_photos(NOW)
    assert listed(studio, studio.naima) == {photo.pk}
    hold_photos(NOW + DAY)
    assert listed(studio, studio.naima) == set()


def test_a_sweep_in_which_nothing_changed_does_nothing(studio: Cast) -> None:
    a_checked_photo(studio)
    hold_photos(NOW)
    known = WatchedEnrolment.objects.count()
    assert hold_photos(NOW + MINUTE) == 0
    assert WatchedEnrolment.objects.count() == known > 0


def test_a_sweep_asks_as_often_for_many_children_as_for_few(
    studio: Cast, django_assert_max_num_queries: object
) -> None:
    a_checked_photo(studio)
    with django_assert_max_num_queries(30):
        hold_photos(NOW)
    with django_assert_max_num_queries(8):
        hold_photos(NOW + MINUTE)


def something_happens(studio: Cast, dice: random.Random, now: dt.datetime) -> None:
    child = dice.choice(pupils(studio.groep_5)[:4])
    adult = dice.choice(deciders(child) or [studio.naima])
    photo = dice.choice(Photo.objects.order_by("pk"))
    everyone = {one.pk: set() for one in exceptions([studio.groep_5], CLASS_APP, TODAY)}
    events = [
        lambda: answer_about_photos(child, CLASS_APP, shown=dice.random() < 0.5, by=adult, at=now),
        lambda: answer(child, CLASS_APP, shown=dice.random() < 0.5, by=adult, at=now),
        lambda: Guardianship.objects.filter(student=child).update(ends_on=dice.choice([None, TODAY])),
        lambda: Enrolment.objects.filter(student=child).update(
            starts_on=TODAY - dice.choice([0, 3, 60]) * DAY
        ),
        lambda: say_absent(photo, child, by=studio.anouk, at=now),
        lambda: limit_to_parents(photo, child, by=studio.anouk, at=now),
        lambda: answer_check([photo], everyone | {child.pk: {photo.pk}}, by=studio.anouk, at=now),
    ]
    dice.choice(events)()


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6))
def test_after_a_sweep_the_lists_and_the_rule_agree(studio: Cast, seed: int) -> None:
    """Whatever happened, in whatever order: visible means consented, and consented means visible."""
    with transaction.atomic():
        many_things_happen(studio, random.Random(seed))
        hold_photos(NOW + DAY)
        held = set(PhotoHold.objects.open().values_list("photo", flat=True))
        checked = set(Photo.objects.exclude(checked_at=None).values_list("pk", flat=True))
        assert checked - held == clear(TODAY + DAY)
        transaction.set_rollback(True)


def many_things_happen(studio: Cast, dice: random.Random) -> None:
    for days in (0, 1, 2):
        a_checked_photo(studio, taken_on=TODAY - days * DAY)
    for minutes in range(12):
        now = NOW + minutes * MINUTE
        something_happens(studio, dice, now)
        if dice.random() < 0.3:
            hold_photos(now)


def test_may_show_is_what_the_tests_think_it_is(studio: Cast) -> None:
    assert may_show(studio.finn)
    withdraw(studio.finn)
    assert not may_show(studio.finn)
    assert a_photo(studio).checked_at is None

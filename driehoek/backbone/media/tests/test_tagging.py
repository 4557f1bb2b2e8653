"""Names with photos: whom one may name, who is told, and when a name goes."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.media.checking import say_absent, take_away
from driehoek.backbone.media.holding import answer_about_photos, hold_photos
from driehoek.backbone.media.models import Photo, PhotoCheck, PhotoHold, PhotoTag
from driehoek.backbone.media.tagging import name_on, nameable, named_on
from driehoek.backbone.media.tests.studio import a_checked_photo, a_photo, deciders, everyone_says_yes
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Person, Protection, ProtectionReader
from driehoek.facts.schools.models import Enrolment
from driehoek.features.feed.models import PostPhoto
from driehoek.features.feed.tests.posts import shared
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def photo(cast: Cast) -> Photo:
    """In a post for groep 5; of Amira and Finn nobody said that they may be shown."""
    everyone_says_yes(cast.groep_5, but=(cast.amira, cast.finn))
    taken = a_checked_photo(cast)
    PostPhoto.objects.create(post=shared(cast, with_students=True), photo=taken)
    return taken


def choices(cast: Cast, photo: Photo, key: str) -> set[Person]:
    return {seat.student for seat in nameable(photo, cast.viewer(getattr(cast, key)))}


def name(cast: Cast, photo: Photo, *students: Person) -> None:
    among = {child.pk for child in choices(cast, photo, "anouk")}
    name_on(photo, {child.pk for child in students}, among=among, by=cast.anouk, at=NOW)


def names(cast: Cast, photo: Photo, key: str, hat: str | None = None) -> list[str]:
    viewer = cast.viewer(getattr(cast, key), hat)  # type: ignore[arg-type]
    return named_on([photo.pk], viewer).get(photo.pk, [])


def hide(cast: Cast, student: Person) -> Protection:
    """Nobody may know where she is."""
    said = {"basis": "Opvang", "entered_by": cast.joris, "entered_at": NOW}
    return Protection.objects.create(student=student, **said)


def test_one_names_those_of_its_groups_that_day_who_may_be_shown(cast: Cast, photo: Photo) -> None:
    offered = choices(cast, photo, "anouk")
    assert {cast.yusuf, cast.defne} <= offered and not {cast.amira, cast.finn, cast.lina} & offered
    assert choices(cast, photo, "naima") == choices(cast, photo, "wouter") == set()
    before = a_photo(cast, taken_on=TODAY - dt.timedelta(days=400))
    Enrolment.objects.filter(student=cast.yusuf, group=cast.groep_5).update(starts_on=TODAY)
    assert cast.yusuf not in choices(cast, before, "anouk")


def test_a_child_whose_place_is_secret_is_offered_only_to_who_may_know_it(cast: Cast, photo: Photo) -> None:
    hidden = hide(cast, cast.yusuf)
    assert cast.yusuf not in choices(cast, photo, "anouk")
    ProtectionReader.objects.create(protection=hidden, person=cast.anouk)
    assert cast.yusuf in choices(cast, photo, "anouk")


def test_her_own_family_and_school_read_the_name_and_no_other_parent(cast: Cast, photo: Photo) -> None:
    name(cast, photo, cast.yusuf, cast.defne)
    assert names(cast, photo, "naima") == names(cast, photo, "yusuf") == [cast.yusuf.name]
    assert names(cast, photo, "elif_") == [cast.defne.name]
    assert names(cast, photo, "anouk") == names(cast, photo, "joris") == [cast.defne.name, cast.yusuf.name]
    assert names(cast, photo, "anouk", "home") == names(cast, photo, "marieke") == []
    assert names(cast, photo, "wouter") == names(cast, photo, "petra") == []


def test_a_name_shows_nobody_a_photo_that_was_not_hers_to_see(cast: Cast, photo: Photo) -> None:
    before = [photo.allows(cast.viewer(person), "see") for person in cast.everyone().values()]
    name(cast, photo, cast.yusuf)
    assert [photo.allows(cast.viewer(person), "see") for person in cast.everyone().values()] == before
    PostPhoto.objects.all().delete()
    assert names(cast, photo, "naima") == [] and names(cast, photo, "anouk") == [cast.yusuf.name]


def test_saying_it_twice_says_it_once_and_it_can_be_taken_back(cast: Cast, photo: Photo) -> None:
    for _ in range(2):
        name(cast, photo, cast.yusuf)
    assert PhotoTag.objects.count() == Entry.objects.filter(verb="media.photo.named").count() == 1
    name(cast, photo)
    assert not PhotoTag.objects.exists()


def test_the_name_that_a_colleague_may_not_know_stays(cast: Cast, photo: Photo) -> None:
    PhotoTag.objects.create(photo=photo, student=cast.yusuf, by=cast.joris, at=NOW)
    hide(cast, cast.yusuf)
    name(cast, photo, cast.defne)
    assert names(cast, photo, "anouk") == [cast.defne.name]
    assert PhotoTag.objects.filter(student=cast.yusuf).exists()


def test_a_withdrawn_yes_takes_the_name_away_and_a_new_one_does_not_bring_it_back(
    cast: Cast, photo: Photo
) -> None:
    name(cast, photo, cast.yusuf, cast.defne)
    by = deciders(cast.yusuf)[0]
    answer_about_photos(cast.yusuf, Purpose.CLASS_APP, shown=False, by=by, at=NOW)
    assert [tag.student for tag in PhotoTag.objects.all()] == [cast.defne]
    answer_about_photos(cast.yusuf, Purpose.CLASS_APP, shown=True, by=by, at=NOW + MINUTE)
    assert not PhotoTag.objects.filter(student=cast.yusuf).exists()


def test_who_was_named_hides_the_photo_again_when_she_may_not_be_shown(cast: Cast, photo: Photo) -> None:
    """That somebody said before that she was not on it counts no more."""
    say_absent(photo, cast.yusuf, by=cast.anouk, at=NOW)
    name(cast, photo, cast.yusuf)
    assert not PhotoCheck.objects.filter(student=cast.yusuf, present=False).exists()
    answer_about_photos(cast.yusuf, Purpose.CLASS_APP, shown=False, by=deciders(cast.yusuf)[0], at=NOW)
    assert PhotoHold.objects.open().get().student == cast.yusuf
    assert names(cast, photo, "elif_") == [] and not photo.allows(cast.viewer(cast.elif_), "see")


def test_the_sweep_takes_away_the_name_of_who_was_never_in_the_group(cast: Cast, photo: Photo) -> None:
    hold_photos(NOW)
    name(cast, photo, cast.yusuf)
    next_week = TODAY + dt.timedelta(days=7)
    Enrolment.objects.filter(student=cast.yusuf, group=cast.groep_5).update(starts_on=next_week)
    hold_photos(NOW + MINUTE)
    assert not PhotoTag.objects.exists()


def test_the_name_goes_with_the_photo(cast: Cast, photo: Photo) -> None:
    name(cast, photo, cast.yusuf)
    other = a_checked_photo(cast)
    name(cast, other, cast.yusuf)
    other.discard()
    assert [tag.photo for tag in PhotoTag.objects.all()] == [photo]
    take_away(photo, by=cast.anouk, at=NOW)
    assert not PhotoTag.objects.exists()


@pytest.mark.parametrize("named", [1, 4])
def test_names_take_one_question_however_many_there_are(cast: Cast, photo: Photo, named: int) -> None:
    name(cast, photo, *sorted(choices(cast, photo, "anouk"), key=lambda child: child.pk)[:named])
    viewer = cast.viewer(cast.anouk)
    viewer.seats  # noqa: B018  # looked up beforehand, as on every page
    with CaptureQueriesContext(connection) as asked:
        assert len(named_on([photo.pk], viewer)[photo.pk]) == named
    assert len(asked) == 1

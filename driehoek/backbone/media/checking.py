"""The photo check: which children need an answer, and what a colleague answers."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import reduce
from operator import or_

from django.db import transaction
from django.db.models import QuerySet

from driehoek.backbone.media import files
from driehoek.backbone.media.holding import settle
from driehoek.backbone.media.models import Cover, Photo, PhotoCheck, PhotoGroup, PhotoLimit
from driehoek.backbone.media.models.check import PhotoGroupQuerySet
from driehoek.base.core.clock import day_of
from driehoek.base.core.uploads import Disc, clean_image
from driehoek.facts.consent.effective import may_be_shown
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment, Group


class CheckUnanswered(Exception):
    """About these children nobody said whether they are on a photo. Nothing was shared."""

    def __init__(self, students: set[int]) -> None:
        super().__init__(f"{len(students)} children were not answered")
        self.students = students


def exceptions(
    groups: Iterable[Group], purpose: str, day: dt.date, *, taken: Iterable[dt.date] = ()
) -> QuerySet[Person]:
    """The children of these groups who may not be shown that day: the only ones the check asks about. Who
    was there when the photos were taken, if that was on other days."""
    there = reduce(or_, (Enrolment.objects.on(then) for then in {*taken} or {day}))
    enrolled = there.filter(group__in=list(groups))
    return (
        Person.objects.filter(pk__in=enrolled.values("student"))
        .exclude(pk__in=may_be_shown(purpose, on=day))
        .order_by("given_name", "family_name", "pk")
    )


@transaction.atomic
def place(
    photos: Iterable[Photo], groups: Collection[Group], *, taken_on: dt.date, purpose: str = Purpose.CLASS_APP
) -> None:
    """Say whose children may be on these photos and for which readers they are. Asks for a new check."""
    if not groups:
        raise ValueError("a photo belongs to at least one group")
    keys = [photo.pk for photo in photos]
    Photo.objects.filter(pk__in=keys).update(purpose=purpose, checked_at=None)
    PhotoGroup.objects.filter(photo__in=keys).delete()
    PhotoGroup.objects.bulk_create(
        PhotoGroup(photo_id=key, group=group, taken_on=taken_on) for key in keys for group in groups
    )


@transaction.atomic
def answer_check(
    photos: Sequence[Photo],
    students_present: Mapping[int, Collection[int]],
    *,
    by: Person,
    at: dt.datetime,
) -> None:
    """For every child who may not be shown: on which of these photos she is (keys of photos, or none).

    Raises CheckUnanswered while one of them is missing. A child who is on a photo hides it until she is
    covered, or it is for her parents alone.
    """
    keys = [photo.pk for photo in photos]
    pairs = _asked(keys, at).pairs()
    if missing := {student for _photo, student in pairs} - set(students_present):
        raise CheckUnanswered(missing)
    say(((photo, student, photo in students_present[student]) for photo, student in pairs), by=by, at=at)
    Photo.objects.filter(pk__in=keys).update(checked_at=at)
    settle(photos=keys, by=by, at=at)


def _asked(photos: Collection[int], at: dt.datetime) -> PhotoGroupQuerySet:
    placed = PhotoGroup.objects.filter(photo__in=photos)
    if placed.values("photo").distinct().count() < len(set(photos)):
        raise ValueError("a photo belongs to at least one group: place() it first")
    return placed.not_shown(day_of(at))


def say(answers: Iterable[tuple[int, int, bool]], *, by: Person, at: dt.datetime) -> None:
    """Photo, child, and whether she is on it. The last word counts."""
    PhotoCheck.objects.bulk_create(
        [
            PhotoCheck(photo_id=photo, student_id=student, present=present, by=by, at=at)
            for photo, student, present in answers
        ],
        update_conflicts=True,
        unique_fields=["photo", "student"],
        update_fields=["present", "by", "at"],
    )


@transaction.atomic
def say_absent(photo: Photo, student: Person, *, by: Person, at: dt.datetime) -> None:
    """She is not on it: as far as she goes, the photo may be shown."""
    say([(photo.pk, student.pk, False)], by=by, at=at)
    settle(photos=[photo.pk], by=by, at=at)


@transaction.atomic
def limit_to_parents(photo: Photo, student: Person, *, by: Person, at: dt.datetime) -> None:
    """Only for those beside this child."""
    PhotoLimit.objects.get_or_create(photo=photo, student=student, defaults={"by": by, "at": at})
    settle(photos=[photo.pk], by=by, at=at)


@transaction.atomic
def take_away(photo: Photo, *, by: Person, at: dt.datetime) -> None:
    """The pixels go for good, and with them every question about them."""
    photo.remove(by=by, at=at)
    settle(photos=[photo.pk], by=by, at=at)


@transaction.atomic
def cover(
    photo: Photo, student: Person, place_: Disc, *, by: Person, at: dt.datetime, done: bool = True
) -> None:
    """Burn a kite over her face into every size. The pixels under it and the old address are gone.

    With `done` that is the answer: she is not to be seen any more. Without, the photo stays hidden until
    someone looked at it and says so: a kite can land beside a face.
    """
    photo = Photo.objects.select_for_update().get(pk=photo.pk)
    _cover, new = Cover.objects.get_or_create(
        photo=photo, student=student, x=place_.x, y=place_.y,
        defaults={"radius": place_.radius, "by": by, "at": at},
    )  # fmt: skip
    if new:
        _burn(photo, place_)
    if done:
        say_absent(photo, student, by=by, at=at)


def _burn(photo: Photo, disc: Disc) -> None:
    old, photo.token = photo.token, files.new_token()
    made = clean_image(files.path(old, max(files.SIZES)), covers=[disc])
    files.write(photo.token, made.files)
    photo.save(update_fields=["token"])
    transaction.on_commit(lambda: files.remove(old))

"""Hiding photos when a child may no longer be shown, and showing them again when she may."""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Any  # enrolments with an annotation

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from driehoek.backbone.journal.models import record
from driehoek.backbone.media.models import PhotoGroup, PhotoHold, PhotoTag, WatchedEnrolment
from driehoek.base.core.clock import day_of
from driehoek.facts.consent.effective import verdict
from driehoek.facts.consent.models import ConsentAnswer, answer
from driehoek.facts.consent.purposes import IN_THE_PORTAL
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment

CHUNK = 500  # children at a time, so that no transaction keeps the others waiting


@transaction.atomic
def answer_about_photos(
    student: Person, purpose: str, *, shown: bool, by: Person, at: dt.datetime
) -> ConsentAnswer | None:
    """Say yes or no, and hide or show at once what hangs on it. None when that was said already."""
    given = answer(student, purpose, shown=shown, by=by, at=at)
    if given:
        record("consent.answer.given", given, by=by, at=at)
        settle(students=[student.pk], by=by, at=at)
    return given


def hold_photos(now: dt.datetime) -> int:
    """The sweep: follow what changed since the last one, however it changed. Says for how many children.

    Meant for every minute. Withdrawn consent does not wait for it; an import, a birthday, ended custody do.
    """
    day = day_of(now)
    students = set(_stale_holds().values_list("student", flat=True))
    _settle(students=students, at=now)
    for purpose in IN_THE_PORTAL:
        changed = list(_changed(purpose, day))
        for start in range(0, len(changed), CHUNK):
            _follow(changed[start : start + CHUNK], purpose, now)
        students |= {enrolment.student_id for enrolment in changed}
    return len(students)


def _changed(purpose: str, day: dt.date) -> QuerySet[Any]:
    """Enrolments in groups that have photos, which differ from what the last sweep knew."""
    known = WatchedEnrolment.objects.filter(
        Q(ends_on=F("enrolment__ends_on")) | Q(ends_on=None, enrolment__ends_on=None),
        enrolment=OuterRef("pk"),
        purpose=purpose,
        shown=OuterRef("shown"),
        starts_on=F("enrolment__starts_on"),
    )
    said = verdict(student=OuterRef("student"), purpose=purpose, on=day)
    return Enrolment.objects.annotate(shown=Coalesce(said, False)).filter(
        Exists(PhotoGroup.objects.filter(group=OuterRef("group"))), ~Exists(known)
    )


def _stale_holds() -> QuerySet[PhotoHold]:
    """Holds for a child who by now never was in the groups of the photo."""
    belongs = PhotoGroup.objects.filter(
        photo=OuterRef("photo"), group__enrolments__student=OuterRef("student")
    )
    return PhotoHold.objects.open().filter(~Exists(belongs))


@transaction.atomic
def _follow(enrolments: list[Any], purpose: str, now: dt.datetime) -> None:
    _settle(students={enrolment.student_id for enrolment in enrolments}, at=now)
    WatchedEnrolment.objects.bulk_create(
        [
            WatchedEnrolment(
                enrolment=one, purpose=purpose, shown=one.shown, starts_on=one.starts_on, ends_on=one.ends_on
            )
            for one in enrolments
        ],
        update_conflicts=True,
        unique_fields=["enrolment", "purpose"],
        update_fields=["shown", "starts_on", "ends_on"],
    )


@transaction.atomic
def settle(
    *,
    at: dt.datetime,
    by: Person | None = None,
    photos: Collection[int] | None = None,
    students: Collection[int] | None = None,
) -> None:
    """Make the holds on these photos, or because of these children, what the rule says they are, and take
    away the names of who may not be shown."""
    _settle(at=at, by=by, photos=photos, students=students)
    watched = WatchedEnrolment.objects.all()
    if photos is not None:
        groups = PhotoGroup.objects.filter(photo__in=photos).values("group")
        watched = watched.filter(enrolment__group__in=groups)
    if students is not None:
        watched = watched.filter(enrolment__student__in=students)
    watched.delete()  # what changes and changes back before the next sweep must not look unchanged to it


def _settle(
    *,
    at: dt.datetime,
    by: Person | None = None,
    photos: Collection[int] | None = None,
    students: Collection[int] | None = None,
) -> None:
    questions = PhotoGroup.objects.unanswered(day_of(at)).on_checked_photos()
    holds = PhotoHold.objects.open()
    if photos is not None:
        questions, holds = questions.filter(photo__in=photos), holds.filter(photo__in=photos)
    if students is not None:
        questions, holds = questions.of(students), holds.filter(student__in=students)
    wanted = questions.pairs()
    there = {(hold.photo_id, hold.student_id): hold.pk for hold in holds}
    _hold(wanted - there.keys(), at=at)
    done = [there[pair] for pair in there.keys() - wanted]
    PhotoHold.objects.filter(pk__in=done).update(lifted_at=at, lifted_by=by)
    lapsed = list(PhotoTag.objects.about(photos=photos, students=students).lapsed(day_of(at)))
    PhotoTag.objects.filter(pk__in=[tag.pk for tag in lapsed]).delete()


@transaction.atomic
def _hold(pairs: Iterable[tuple[int, int]], *, at: dt.datetime) -> None:
    """Hide these photos because of these children, and say so once for each child."""
    pairs = sorted(pairs)
    PhotoHold.objects.bulk_create(
        [PhotoHold(photo_id=photo, student_id=student, since=at) for photo, student in pairs],
        ignore_conflicts=True,
        batch_size=CHUNK,
    )
    for student in Person.objects.filter(pk__in={student for _photo, student in pairs}):
        record("media.photo.held", student, by=None, at=at)

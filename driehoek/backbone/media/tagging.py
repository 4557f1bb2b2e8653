"""Saying who is on a photo, so that her own family finds it: whom one may name, and naming them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import record
from driehoek.backbone.media.holding import settle
from driehoek.backbone.media.models import Photo, PhotoCheck, PhotoGroup, PhotoTag
from driehoek.facts.consent.effective import may_be_shown
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment


def nameable(photo: Photo, viewer: Viewer) -> QuerySet[Enrolment]:
    """Who may be named on it, and where each sat: of its groups that day, who may be shown for its purpose,
    and whom this colleague may know."""
    there = PhotoGroup.objects.filter(
        photo=photo, group=OuterRef("group"), taken_on__gte=OuterRef("starts_on")
    )
    seats = Enrolment.objects.filter(
        Q(Exists(there), ends_on=None) | Q(Exists(there.filter(taken_on__lte=OuterRef("ends_on"))))
    )
    known = rows(Person, viewer, may="know").values("pk")
    found = seats.filter(student__in=known).filter(student__in=may_be_shown(photo.purpose, on=viewer.today))
    order = ("group__name", "student__given_name", "student__family_name", "student")
    return found.select_related("student", "group").order_by(*order)


@transaction.atomic
def name_on(
    photo: Photo, students: Collection[int], *, among: Collection[int], by: Person, at: dt.datetime
) -> None:
    """Of those `among` whom she could choose exactly these are on it; the names of others stay. May be said
    twice.

    That she was said to be absent counts no more: if one day she may not be shown, the photo hides again.
    """
    hers = PhotoTag.objects.filter(photo=photo, student__in=among)
    before = set(hers.values_list("student", flat=True))
    wanted = set(students) & set(among)
    if wanted == before:
        return
    hers.exclude(student__in=wanted).delete()
    new = [PhotoTag(photo=photo, student_id=key, by=by, at=at) for key in sorted(wanted - before)]
    PhotoTag.objects.bulk_create(new, ignore_conflicts=True)
    PhotoCheck.objects.filter(photo=photo, student__in=wanted, present=False).delete()
    record("media.photo.named", photo, by=by, at=at)
    settle(photos=[photo.pk], by=by, at=at)


def named_on(photos: Collection[int], viewer: Viewer) -> dict[int, list[str]]:
    """By photo, the names that this viewer may read there: at home those of her own children."""
    tags = PhotoTag.objects.visible_to(viewer).filter(photo__in=photos).select_related("student")
    names = defaultdict[int, list[str]](list)
    for tag in tags.order_by("student__given_name", "student__family_name", "student"):
        names[tag.photo_id].append(tag.student.name)
    return names

"""Putting work into somebody's portfolio: what came with it, and whether a teacher looks first."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from django.db import transaction

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media import attachment_files
from driehoek.backbone.media.checking import exceptions, limit_to_parents, place, say
from driehoek.backbone.media.holding import settle
from driehoek.backbone.media.models import Attachment, Photo
from driehoek.base.core.limits import Limit
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment, Group, GroupKind
from driehoek.features.portfolio.models import ForWhom, Sharing, Work, WorkLook, is_of_age, is_young

WORKS = Limit("portfolio.work", 60, dt.timedelta(days=1))  # by who adds them
SEEN = (Attachment.Kind.PICTURE, Attachment.Kind.FILM)
NOBODY, OWN, OTHERS = "nobody", "own", "others"  # who is on the photos, says an older student


@dataclass(frozen=True)
class Said:
    """What was filled in: once for all students it is for."""

    title: str
    text: str
    sharing: Sharing
    brought: Sequence[Attachment]
    on_photos: str = OTHERS


def group_of(student: Person, day: dt.date, among: Collection[int] | None = None) -> Group | None:
    """Where her work belongs: her class before the childcare."""
    here = Enrolment.objects.on(day).filter(student=student).select_related("group__school")
    if among is not None:
        here = here.filter(group__in=among)
    places = sorted(here, key=lambda row: (row.group.kind != GroupKind.CLASS, row.group_id))
    return places[0].group if places else None


def pupils_for(group: Group, viewer: Viewer) -> list[Person]:
    """For whom of this group this colleague may add work."""
    here = Enrolment.objects.on(viewer.today).filter(group=group).values("student")
    found = rows(Person, viewer, may="add_work").filter(pk__in=here)
    return list(found.select_related("portrait").order_by("given_name", "family_name", "pk"))


@transaction.atomic
def add_own(student: Person, group: Group, said: Said, viewer: Viewer, *, by_card: bool) -> Work:
    """By herself. A teacher looks first at work of a young child or from the tablet of the class, at photos
    with others on them, and at what the whole class will see on a photo."""
    photos, others = _apart(said.brought, viewer)
    work = _put(student, group, said, photos, others, viewer)
    sees_class = work.whom == ForWhom.CLASS and bool(photos)
    if by_card or is_young(student, viewer.today) or sees_class or (photos and said.on_photos == OTHERS):
        return work
    if photos:
        _answer_for(work, said.on_photos, viewer)
    work.approve(by=viewer.person, at=viewer.now)
    return work


@transaction.atomic
def add_for(students: Sequence[Person], group: Group, said: Said, viewer: Viewer) -> list[Work]:
    """By a colleague, for one or several at once: each gets photos and a voice of her own. From
    eighteen nobody is chosen for her. When every child may be on a photo there is nothing left to ask."""
    photos, others = _apart(said.brought, viewer)
    # copied before the first is added: of what was sent twice the first keeps nothing
    copies = [([_copy(one, viewer) for one in photos], [one.again() for one in others]) for _ in students[1:]]
    works = []
    for student, (mine, theirs) in zip(students, [(photos, others), *copies], strict=True):
        hers = Sharing(ForWhom.TEACHER) if is_of_age(student, viewer.today) else said.sharing
        works.append(_put(student, group, replace(said, sharing=hers), mine, theirs, viewer))
    if not photos or not exceptions([group], Purpose.CLASS_APP, viewer.today).exists():
        for work in works:
            finish(work, viewer)
    return works


def finish(work: Work, viewer: Viewer) -> None:
    """Nobody on its photos needs an answer, or all were given: it may be shown."""
    if keys := [photo.pk for photo in work.photos()]:
        Photo.objects.filter(pk__in=keys, checked_at=None).update(checked_at=viewer.now)
        settle(photos=keys, by=viewer.person, at=viewer.now)
    work.approve(by=viewer.person, at=viewer.now)


def keep_at_home(work: Work, photos: Iterable[Photo], viewer: Viewer) -> None:
    """On her own work a child may always be seen, by those beside her alone."""
    for photo in photos:
        limit_to_parents(photo, work.student, by=viewer.person, at=viewer.now)


def _copy(photo: Photo, viewer: Viewer) -> Photo:
    copy = photo.again(by=viewer.person)
    if photo.film:
        copy.film = photo.film.again()
        copy.save(update_fields=["film"])
    return copy


def _apart(brought: Iterable[Attachment], viewer: Viewer) -> tuple[list[Photo], list[Attachment]]:
    """What shows people, which consent is asked about, and the rest."""
    photos, others = [], []
    for one in brought:
        if one.kind in SEEN:
            photos.append(_photo_of(one, viewer))
        else:
            others.append(one)
    return photos, others


def _photo_of(one: Attachment, viewer: Viewer) -> Photo:
    me, now = viewer.person, viewer.now
    if one.kind == Attachment.Kind.FILM:
        return Photo.of_film(one, by=me, at=now)
    photo = Photo.take(
        attachment_files.path(one.token, one.ending), school=one.school, by=me, at=now, alt=one.alt
    )
    one.discard()
    return photo


def _put(
    student: Person, group: Group, said: Said, photos: list[Photo], others: list[Attachment], viewer: Viewer
) -> Work:
    work = Work.add(
        student, group, said.title, said.text, by=viewer.person, at=viewer.now, sharing=said.sharing,
        photos=photos, attachments=others,
    )  # fmt: skip
    fresh = [photo for photo in work.photos() if photo.pk in {one.pk for one in photos}]
    if fresh:
        place(fresh, [group], taken_on=viewer.today)
        if work.whom != ForWhom.CLASS:
            keep_at_home(work, fresh, viewer)
    return work


def _answer_for(work: Work, on_photos: str, viewer: Viewer) -> None:
    """An older student says herself who is on them: nobody, or she alone."""
    keys = [photo.pk for photo in work.photos()]
    here = Enrolment.objects.on(viewer.today).filter(group=work.group).values_list("student", flat=True)
    absent = [key for key in here if on_photos == NOBODY or key != work.student_id]
    say(((photo, student, False) for photo in keys for student in absent), by=viewer.person, at=viewer.now)
    Photo.objects.filter(pk__in=keys).update(checked_at=viewer.now)
    settle(photos=keys, by=viewer.person, at=viewer.now)


@transaction.atomic
def share_again(work: Work, sharing: Sharing, viewer: Viewer, *, by_card: bool) -> None:
    """For others than before; what nobody has to look at goes to the class at once."""
    work.share(sharing, by=viewer.person, at=viewer.now)
    young = by_card or is_young(work.student, viewer.today)
    if (
        not young
        and work.whom == ForWhom.CLASS
        and WorkLook.objects.filter(work=work).exists()
        and not work.photos()
    ):
        work.approve(by=viewer.person, at=viewer.now)

"""Days that are swapped: for whom one may ask, what was arranged, and how full a day is as far as we know."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, QuerySet

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.offices import office_of
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.rules.absences import beside
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import record
from driehoek.backbone.translation.wanting import languages_of, want
from driehoek.facts.people.models import Person
from driehoek.facts.schools.hours import WORKDAYS, is_school_day
from driehoek.facts.schools.models import (
    GROUP_FUNCTIONS,
    Enrolment,
    Function,
    Group,
    GroupKind,
    School,
    Sector,
)
from driehoek.features.absences.models import Absence, Reason, SwapDay, SwapRequest


def may_swap(viewer: Viewer) -> bool:
    """Whether a child of hers sits in a care group: told from her seats, so that Vandaag asks nothing."""
    family = (seat for seat in viewer.seats if seat.role == Role.GUARDIAN and seat.may_answer)
    return any(seat.group and seat.group.kind == GroupKind.CARE for seat in family)


def places(viewer: Viewer) -> list[Enrolment]:
    """Each child she answers for, in each care group."""
    children = rows(Person, viewer, may="report")
    sits = Enrolment.objects.on(viewer.today).filter(student__in=children, group__kind=GroupKind.CARE)
    return list(sits.select_related("student", "group__school").order_by("student__given_name", "pk"))


@transaction.atomic
def ask_swap(
    child: Person, group: Group, *, token: uuid.UUID, home_on: dt.date | None, comes_on: dt.date | None,
    words: str, by: Person, at: dt.datetime, today: dt.date,
) -> SwapRequest:  # fmt: skip
    """Put it before the group. The same form sent twice is one question."""
    said = {"student": child, "group": group, "home_on": home_on, "comes_on": comes_on}
    hers = uuid.uuid5(token, str(by.pk))  # the page of one parent may be sent by the other, on one tablet
    asked, is_new = SwapRequest.objects.get_or_create(
        token=hers, defaults=said | {"words": words, "by": by, "at": at}
    )
    if is_new:
        record("absences.swap.asked", asked, by=by, at=at)
        spoken = who_answers(asked, today).values_list("language", flat=True)
        want(asked.texts.values(), languages_of(*spoken), at=at)
    return asked


def who_answers(asked: SwapRequest, day: dt.date) -> QuerySet[Person]:
    """Who works with the group, but for who asks it as a parent; where nobody else does, office and head."""
    seats = Seat.objects.on(day).filter(role=Role.STAFF, function__in=GROUP_FUNCTIONS, group=asked.group_id)
    team = Person.objects.filter(pk__in=seats.values("person")).exclude(pk=asked.by_id)
    if team.exists():
        return team
    return office_of([asked.group.school_id], day, Function.HEAD, Function.OFFICE).exclude(pk=asked.by_id)


def is_closed(group: Group, day: dt.date) -> bool:
    """A childcare keeps its own days off. When a school is closed, the care in it is often open all day."""
    if group.school.sector == Sector.CHILDCARE:
        return not is_school_day(day, group.school)
    return day.isoweekday() not in WORKDAYS


def is_too_often(
    place: Enrolment, day: dt.date, most: int, viewer: Viewer, asked: SwapRequest | None
) -> bool:
    """Whether this child comes so often already in that week: by what was agreed, and by what she asked
    herself. What the other home asked counts only when it was agreed: till then it is theirs."""
    monday = day - dt.timedelta(days=day.weekday())
    week = (monday, monday + dt.timedelta(days=6))
    here = {"student": place.student_id, "group": place.group_id}
    agreed = SwapDay.objects.visible_to(viewer).standing().filter(**here, comes=True, day__range=week)
    waiting = SwapRequest.objects.where(viewer, may="change").filter(**here, comes_on__range=week)
    others = waiting.exclude(pk=asked.pk) if asked else waiting
    return agreed.count() + others.count() >= most


def schools_with_care(viewer: Viewer) -> list[School]:
    """Whose terms this person may set."""
    cared = Group.objects.filter(kind=GroupKind.CARE).values("school")
    return list(rows(School, viewer, may="speak_for").filter(pk__in=cared).order_by("name"))


def is_by_nobody(asked: SwapRequest, viewer: Viewer) -> bool:
    """Asked by somebody who answers for the child no longer."""
    return not SwapRequest.objects.filter(Exists(beside(viewer, "by")), pk=asked.pk).exists()


@dataclass(frozen=True)
class Asked:
    """What one may read: what waits for an answer, what was agreed, and what was asked before."""

    waiting: list[SwapRequest]
    agreed: list[SwapDay]
    earlier: list[SwapRequest]


def asked_of(viewer: Viewer) -> Asked:
    """At home what one asked; at work what the group is asked. Two queries."""
    found = SwapRequest.objects.visible_to(viewer).with_everything().order_by("-at", "-pk")[:100]
    waits = [asked.is_open and not asked.is_missed(viewer.today) for asked in found]
    both = list(zip(found, waits, strict=True))
    return Asked(
        waiting=[asked for asked, does in both if does],
        agreed=arranged(viewer),
        earlier=[asked for asked, does in both if not does],
    )


def arranged(viewer: Viewer) -> list[SwapDay]:
    """From today on, whoever of the two homes asked for it."""
    coming = SwapDay.objects.visible_to(viewer).standing().filter(day__gte=viewer.today).order_by("day", "pk")
    return list(coming.select_related("student__portrait", "group")[:100])


@dataclass(frozen=True)
class Fullness:
    """One day of the group as the portal knows it. On which days a child usually comes, it does not."""

    day: dt.date
    comes: bool  # what is asked about this child
    enrolled: int
    extra: int
    home: int
    away: int


def fullness(asked: SwapRequest, viewer: Viewer) -> list[Fullness]:
    return [_on(day, comes, asked.group, viewer) for day, comes in asked.days]


def _on(day: dt.date, comes: bool, group: Group, viewer: Viewer) -> Fullness:
    here = Enrolment.objects.on(day).filter(group=group).values("student")
    pupils = rows(Person, viewer, may="see").filter(pk__in=here)
    swapped = SwapDay.objects.visible_to(viewer).standing().filter(group=group, day=day, student__in=here)
    told = Absence.objects.visible_to(viewer).on(day).filter(student__in=here, school=group.school_id)
    told = told.filter(from_time=None).exclude(reason=Reason.LATE)
    return Fullness(
        day, comes, enrolled=pupils.count(), extra=swapped.filter(comes=True).count(),
        home=swapped.filter(comes=False).count(), away=told.values("student").distinct().count(),
    )  # fmt: skip

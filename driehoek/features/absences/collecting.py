"""Who fetches which child, today or on the next day: the choices of one guardian, and what school reads."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import Exists

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.rules.absences import beside
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.clock import amsterdam, day_in_words
from driehoek.facts.people.models import NearPerson, Person
from driehoek.facts.people.models.near import to_keep_away
from driehoek.facts.schools.hours import QUIET_FROM, WORKDAYS, Closed, holidays_of_each, next_day_at_work
from driehoek.facts.schools.models import Enrolment, GroupKind, School, Sector
from driehoek.features.absences.models import Pickup

FETCHED = (Sector.PRIMARY, Sector.CHILDCARE)
MINUTES = (10, 20, 30, 60)


@dataclass
class Fetching:
    """One child: who may fetch her, and what is arranged for the day it counts."""

    child: Person
    schools: list[School]
    day: dt.date
    when: str  # "vandaag", "morgen", "maandag 30 november"
    people: list[NearPerson]
    arranged: "Arranged | None"

    @property
    def minutes(self) -> tuple[int, ...]:
        return MINUTES


def fetchings(viewer: Viewer) -> list[Fetching]:
    """The children whom this guardian answers for and who are fetched. As many queries, however many."""
    children = rows(Person, viewer, may="report").select_related("portrait").order_by("-birth_date")
    days = _days(children, viewer)
    arranged = Pickup.objects.visible_to(viewer).filter(day__gte=viewer.today, by=viewer.person)
    arranged = arranged.select_related("near__student", "near__answer")
    on = {(one.pickup.student_id, one.pickup.day): one for one in _looked_at(arranged, viewer.today)}
    people: dict[int, list[NearPerson]] = {}
    for near in mine(viewer):
        people.setdefault(near.student_id, []).append(near)
    return [
        Fetching(
            child,
            schools,
            day,
            day_in_words(day, today=viewer.today),
            people.get(child.pk, []),
            on.get((child.pk, day)),
        )
        for child in children
        if child.pk in days
        for schools, day in [days[child.pk]]
    ]


def fetching_of(child: Person, viewer: Viewer) -> Fetching | None:
    return next((one for one in fetchings(viewer) if one.child == child), None)


def _days(children: Iterable[Person], viewer: Viewer) -> dict[int, tuple[list[School], dt.date]]:
    """Of each child who is fetched: from which schools, and on which day next."""
    sits = Enrolment.objects.on(viewer.today).filter(student__in=children, group__school__sector__in=FETCHED)
    places: dict[int, list[Enrolment]] = {}
    for row in sits.select_related("group__school"):
        places.setdefault(row.student_id, []).append(row)
    keys = {row.group.school_id for here in places.values() for row in here}
    closed = holidays_of_each(keys, viewer.today) if keys else {}
    found = {}
    for child, here in places.items():
        schools = {row.group.school_id: row.group.school for row in here}
        is_open = any(row.group.kind == GroupKind.CARE for row in here)  # also while school is closed
        off = [()] if is_open else [closed[school] for school in schools]
        found[child] = list(schools.values()), min(_next(days, viewer) for days in off)
    return found


def _next(closed: Closed, viewer: Viewer) -> dt.date:
    """Today, as long as a child can still be fetched; else the next day on which there are children."""
    yesterday = viewer.today - dt.timedelta(days=1)
    is_late = amsterdam(viewer.now).time() >= QUIET_FROM
    return next_day_at_work(viewer.today if is_late else yesterday, WORKDAYS, closed)


def mine(viewer: Viewer) -> list[NearPerson]:
    """Whom she named and school agreed to; nobody who must be kept away by now."""
    named = rows(NearPerson, viewer, may="see") & NearPerson.objects.agreed()
    found = (
        named.filter(may_collect=True, named_by=viewer.person)
        .select_related("student")
        .order_by("name", "pk")
    )
    away = to_keep_away(found, viewer.today)
    return [near for near in found if near.pk not in away]


@dataclass(frozen=True)
class Arranged:
    """One line for staff. Whoever must be kept away by now does not get the child, whatever was arranged; nor
    does whom somebody sent who does not answer for the child any more."""

    pickup: Pickup
    is_forbidden: bool


def arranged_today(children: list[int], viewer: Viewer, school: int) -> list[Arranged]:
    seen = Pickup.objects.visible_to(viewer).filter(student__in=children, day=viewer.today, school=school)
    seen = seen.select_related("student__portrait", "near__student", "near__answer", "by")
    today = seen.annotate(counts=Exists(beside(viewer, "by"))).order_by("student__given_name", "-at")
    counting = {pickup.pk for pickup in today if pickup.counts}
    looked = _looked_at(today, viewer.today)
    return [replace(one, is_forbidden=one.is_forbidden or one.pickup.pk not in counting) for one in looked]


def _looked_at(pickups: Iterable[Pickup], day: dt.date) -> list[Arranged]:
    away = to_keep_away([pickup.near for pickup in pickups if pickup.near], day)
    return [Arranged(pickup, _is_forbidden(pickup.near, away)) for pickup in pickups]


def _is_forbidden(near: NearPerson | None, away: set[int]) -> bool:
    if near is None:
        return False
    agreed = hasattr(near, "answer") and near.answer.is_agreed
    return near.removed_at is not None or not agreed or near.pk in away

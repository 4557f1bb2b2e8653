"""Who fetches which child today: the choices of one guardian, and what school reads of them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import Exists

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.rules.absences import beside
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import NearPerson, Person
from driehoek.facts.people.models.near import to_keep_away
from driehoek.facts.schools.models import Enrolment, School, Sector
from driehoek.features.absences.models import Pickup

FETCHED = (Sector.PRIMARY, Sector.CHILDCARE)
MINUTES = (10, 20, 30, 60)


@dataclass
class Fetching:
    """One child: who may fetch her, and what is arranged for today."""

    child: Person
    schools: list[School]
    people: list[NearPerson]
    arranged: "Arranged | None"

    @property
    def minutes(self) -> tuple[int, ...]:
        return MINUTES


def fetchings(viewer: Viewer) -> list[Fetching]:
    """The children whom this guardian answers for and who are fetched. As many queries, however many."""
    children = rows(Person, viewer, may="report").select_related("portrait").order_by("-birth_date")
    sits = Enrolment.objects.on(viewer.today).filter(student__in=children, group__school__sector__in=FETCHED)
    schools: dict[int, dict[int, School]] = {}
    for row in sits.select_related("group__school"):
        schools.setdefault(row.student_id, {})[row.group.school_id] = row.group.school
    arranged = Pickup.objects.visible_to(viewer).filter(day=viewer.today, by=viewer.person)
    arranged = arranged.select_related("near__student", "near__answer")
    today = {one.pickup.student_id: one for one in _looked_at(arranged, viewer.today)}
    people: dict[int, list[NearPerson]] = {}
    for near in mine(viewer):
        people.setdefault(near.student_id, []).append(near)
    return [
        Fetching(child, list(schools[child.pk].values()), people.get(child.pk, []), today.get(child.pk))
        for child in children
        if child.pk in schools
    ]


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

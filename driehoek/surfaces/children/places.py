"""Where a child sits today."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from driehoek.backbone.access.parts import Asking, asked
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment, GroupKind


@dataclass(frozen=True)
class SeatedChild:
    """One child in a list of children."""

    child: Person
    places: list[Enrolment]


def seated(children: Iterable[Person], viewer: Viewer) -> list[SeatedChild]:
    """One question, however many they are: of a head these are all pupils of her school."""
    family = list(children)
    places: dict[int, list[Enrolment]] = {child.pk: [] for child in family}
    for place in _class_first(_places(viewer.today, *places)):
        places[place.student_id].append(place)
    return [SeatedChild(child, places[child.pk]) for child in family]


def with_face(people: QuerySet[Person], _viewer: Viewer) -> QuerySet[Person]:
    return people.select_related("portrait")


def places_of(child: Person, viewer: Viewer) -> Asking[list[Enrolment]]:
    """The class before the childcare."""
    return _class_first((yield from asked(_places, viewer.today, child.pk)))


def _class_first(places: Iterable[Enrolment]) -> list[Enrolment]:
    return sorted(places, key=lambda place: place.group.kind == GroupKind.CARE)


def _places(day: dt.date, *children: int) -> QuerySet[Enrolment]:
    places = Enrolment.objects.on(day).filter(student__in=children)
    return places.select_related("group__school").order_by("group__name")

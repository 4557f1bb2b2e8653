"""Where a child sits today."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from driehoek.backbone.access.parts import Asking, abreast, asked, read
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment, GroupKind


@dataclass(frozen=True)
class SeatedChild:
    """One child in a list of children."""

    child: Person
    places: list[Enrolment]


def seated(children: Iterable[Person], viewer: Viewer) -> list[SeatedChild]:
    family = list(children)
    places = read(abreast(*(places_of(child, viewer) for child in family)))
    return [SeatedChild(child, found) for child, found in zip(family, places, strict=True)]


def with_face(people: QuerySet[Person], _viewer: Viewer) -> QuerySet[Person]:
    return people.select_related("portrait")


def places_of(child: Person, viewer: Viewer) -> Asking[list[Enrolment]]:
    """The class before the childcare."""
    found = yield from asked(_places, viewer.today, child.pk)
    return sorted(found, key=lambda place: place.group.kind == GroupKind.CARE)


def _places(day: dt.date, child: int) -> QuerySet[Enrolment]:
    places = Enrolment.objects.on(day).filter(student=child)
    return places.select_related("group__school").order_by("group__name")

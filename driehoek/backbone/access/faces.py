"""Whose portrait a viewer may see; of the others a page shows initials."""

from collections.abc import Iterable

from django.db.models import QuerySet

from driehoek.backbone.access.parts import Asking, asked, read
from driehoek.backbone.access.prepared import padded
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person, Portrait


def faces_of(people: Iterable[Person], viewer: Viewer) -> set[int]:
    """The keys of those whose portrait this viewer may see. Nobody has one: nothing is asked."""
    return read(faces_among(people, viewer))


def faces_among(people: Iterable[Person], viewer: Viewer) -> Asking[set[int]]:
    """The same for a part of a page."""
    pictured = padded({person.pk for person in people if person.face})
    return {key for (key,) in (yield from asked(_seen, viewer, pictured))} if pictured else set()


def _seen(me: Viewer, people: tuple[int, ...]) -> QuerySet[Portrait, tuple[int]]:
    return rows(Portrait, me, may="see").filter(person__in=people).values_list("person")

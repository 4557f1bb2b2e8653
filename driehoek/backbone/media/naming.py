"""Whom a page about photos names: a child whose place must stay secret only to those who may know it."""

from django.db.models import QuerySet

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person


def nameless_to(viewer: Viewer) -> QuerySet[Person]:
    """Protected children of whom this viewer is no reader and whom she does not lead: no name, no face."""
    known = [rows(Person, viewer, may=act).values("pk") for act in ("see", "guard")]
    return Person.objects.exclude(protection=None).exclude(pk__in=known[0]).exclude(pk__in=known[1])

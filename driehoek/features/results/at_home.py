"""The way to results from the page of a child."""

from typing import Any  # the rows of a values query

from django.db.models import QuerySet

from driehoek.backbone.access.parts import Asking, asked
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Sector
from driehoek.features.results.models import Result

GRADED = {Sector.SECONDARY, Sector.VOCATIONAL}  # where there are results from the first week on


def has_results(child: Person, viewer: Viewer) -> Asking[bool]:
    """Whether there is anything to look at."""
    sectors = {seat.sector for seat in viewer.seats if seat.student_id == child.pk}
    return bool(sectors & GRADED or (yield from asked(_any, viewer, child.pk)))


def _any(me: Viewer, child: int) -> QuerySet[Result, Any]:
    return Result.objects.visible_to(me).filter(student=child).values_list("pk")[:1]


def families(viewer: Viewer) -> list[Person]:
    """The children whose results she follows at home, or herself."""
    hers = viewer.wards() | viewer.self_as_student()
    found = rows(Person, viewer, may="read_results").filter(pk__in=hers)
    return list(found.select_related("portrait").order_by("birth_date", "pk"))

"""The way to results from the page of a child."""

from dataclasses import dataclass

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Sector
from driehoek.features.results.models import Result

GRADED = {Sector.SECONDARY, Sector.VOCATIONAL}  # where there are results from the first week on


@dataclass(frozen=True)
class ResultsAtHome:
    """Whether there is anything to look at."""

    child: Person
    viewer: Viewer

    @property
    def is_shown(self) -> bool:
        sectors = {seat.sector for seat in self.viewer.seats if seat.student_id == self.child.pk}
        if sectors & GRADED:
            return True
        return Result.objects.visible_to(self.viewer).filter(student=self.child).exists()


def families(viewer: Viewer) -> list[Person]:
    """The children whose results she follows at home, or herself."""
    hers = viewer.wards() | viewer.self_as_student()
    found = rows(Person, viewer, may="read_results").filter(pk__in=hers)
    return list(found.select_related("portrait").order_by("birth_date", "pk"))

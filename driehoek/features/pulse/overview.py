"""The rounds of each school that somebody leads, the latest first."""

from dataclasses import dataclass

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.schools.models import School
from driehoek.features.pulse.models import Round


@dataclass(frozen=True)
class Held:
    """One round in a list."""

    round: Round
    is_over: bool
    has_begun: bool


@dataclass(frozen=True)
class SchoolRounds:
    school: School
    rounds: list[Held]


def rounds_of(viewer: Viewer) -> list[SchoolRounds]:
    schools = list(rows(School, viewer, may="take_pulse").order_by("name"))
    held: dict[int, list[Held]] = {school.pk: [] for school in schools}
    for one in Round.objects.visible_to(viewer).order_by("-starts_on"):
        held[one.school_id].append(Held(one, one.is_over(viewer.today), one.has_begun(viewer.today)))
    return [SchoolRounds(school, held[school.pk]) for school in schools]

"""What lies beside the points of talks in the cast's world, and as the oracle reads it."""

from typing import TYPE_CHECKING

from driehoek.surfaces.discussed.models import PointResult, PointWork
from tests.oracle.rules import World
from tests.oracle.tables import keyed

if TYPE_CHECKING:
    from tests.oracle.life import Life

WORKS = ("for home", "for the teacher", "for Naima", "waiting")
RESULTS = ("Yusuf, last week", "Yusuf, today", "Yusuf, tomorrow")
POINTS = ("Anouk at Yusuf with Naima", "Anouk at Yusuf with both", "Naima at Yusuf with both")


class Laid:
    """`works` and `results` by name: of one child with two homes, more than either home may see."""

    def __init__(self, life: "Life") -> None:
        self.works: dict[str, PointWork] = {}
        self.results: dict[str, PointResult] = {}
        for name in POINTS:
            point = life.meetings.named["point"][name]
            for work in WORKS:
                row = PointWork.objects.create(point=point, work=life.portfolios.works[work])
                self.works[f"{work} beside {name}"] = row
            for result in RESULTS:
                mark = PointResult.objects.create(point=point, result=life.results[result])
                self.results[f"{result} beside {name}"] = mark


def laid() -> World:
    return {
        "laid_works": keyed(PointWork, point="point_id", work="work_id"),
        "laid_results": keyed(PointResult, point="point_id", result="result_id"),
    }


def pledges(life: "Life") -> list[tuple[object, ...]]:
    return [(pledge.pk,) for pledge in life.meetings.pledges.values()]


def points(life: "Life") -> list[tuple[object, ...]]:
    """The address of each, for the sweep."""
    return [(point.pk,) for point in life.meetings.named["point"].values()]

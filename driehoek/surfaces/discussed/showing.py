"""What lies beside the points of a talk, as one reader may see it."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from driehoek.backbone.access.parts import Asking, abreast, asked
from driehoek.backbone.access.viewer import Viewer
from driehoek.features.portfolio.models import Work
from driehoek.features.results.models import Result
from driehoek.features.talks.beside import Beside
from driehoek.features.talks.models import Point, Talk
from driehoek.surfaces.discussed.models import PointResult, PointWork

LINE = "discussed/_laid.html"


@dataclass(frozen=True)
class LaidWork:
    """A piece of work, as this reader may see it."""

    work: Work
    icon = "images-bold"
    value = ""

    @property
    def url(self) -> str:
        return self.work.get_absolute_url()

    @property
    def words(self) -> str:
        return self.work.told["title"].words if self.work.title else _("Zonder naam")

    @property
    def language(self) -> str:
        return self.work.told["title"].language if self.work.title else ""


@dataclass(frozen=True)
class LaidResult:
    """A result, in the same way."""

    result: Result
    icon = "file-text-bold"

    @property
    def url(self) -> str:
        return f"{reverse('results:child', args=[self.result.student_id])}#resultaat-{self.result.pk}"

    @property
    def words(self) -> str:
        return self.result.item.told["title"].words

    @property
    def language(self) -> str:
        return self.result.item.told["title"].language

    @property
    def value(self) -> str:
        return f"{self.result.item.subject} {self.result.value}".strip()


def with_points(talk: Talk, viewer: Viewer) -> Asking[list[Beside]]:
    """Work first, then results."""
    works, results = yield from abreast(asked(_works, viewer, talk.pk), asked(_results, viewer, talk.pk))
    laid = [Beside(LINE, LaidWork(row.work), row.point_id, (row.work,)) for row in works]
    return laid + [Beside(LINE, LaidResult(row.result), row.point_id, (row.result.item,)) for row in results]


def _works(me: Viewer, talk: int) -> QuerySet[PointWork]:
    seen = PointWork.objects.visible_to(me).filter(point__in=_points(me, talk))
    return seen.select_related("work")


def _results(me: Viewer, talk: int) -> QuerySet[PointResult]:
    seen = PointResult.objects.visible_to(me).filter(point__in=_points(me, talk))
    return seen.select_related("result__item")


def _points(me: Viewer, talk: int) -> QuerySet[Point]:
    """Those the page shows."""
    return Point.objects.visible_to(me).filter(side__talk=talk)

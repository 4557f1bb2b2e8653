"""What lies beside the points of a talk, as one reader may see it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.features.portfolio.models import Work
from driehoek.features.results.models import Result
from driehoek.features.talks.beside import Beside
from driehoek.features.talks.models import Talk
from driehoek.surfaces.discussed.models import PointResult, PointWork

LINE = "discussed/_laid.html"


@dataclass(frozen=True)
class Laid:
    """One thing, as this reader may see it."""

    icon: str
    url: str
    words: str
    language: str = ""
    value: str = ""


def with_points(_talk: Talk, points: Collection[int], viewer: Viewer) -> Iterator[Beside]:
    """Work first, then results."""
    if not points:
        return
    works = list(PointWork.objects.visible_to(viewer).filter(point__in=points).select_related("work"))
    seen = PointResult.objects.visible_to(viewer).filter(point__in=points)
    results = list(seen.select_related("result__item"))
    put_in_words([*(row.work for row in works), *(row.result.item for row in results)], now=viewer.now)
    for row in works:
        yield Beside(LINE, _work(row.work), row.point_id)
    for one in results:
        yield Beside(LINE, _result(one.result), one.point_id)


def _work(work: Work) -> Laid:
    if not work.title:
        return Laid("images-bold", work.get_absolute_url(), _("Zonder naam"))
    title = work.told["title"]
    return Laid("images-bold", work.get_absolute_url(), title.words, title.language)


def _result(result: Result) -> Laid:
    title = result.item.told["title"]
    url = f"{reverse('results:child', args=[result.student_id])}#resultaat-{result.pk}"
    return Laid(
        "file-text-bold", url, title.words, title.language, f"{result.item.subject} {result.value}".strip()
    )

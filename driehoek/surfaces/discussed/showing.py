"""What lies beside the points of a talk, as one reader may see it."""

from collections import defaultdict
from collections.abc import Collection

from django.urls import reverse
from django.utils.translation import gettext as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.features.portfolio.models import Work
from driehoek.features.results.models import Result
from driehoek.features.talks.laid import Laid
from driehoek.surfaces.discussed.models import PointResult, PointWork


def laid_on(points: Collection[int], viewer: Viewer) -> dict[int, list[Laid]]:
    """By point: its work first, then its results."""
    works = list(PointWork.objects.visible_to(viewer).filter(point__in=points).select_related("work"))
    seen = PointResult.objects.visible_to(viewer).filter(point__in=points)
    results = list(seen.select_related("result__item"))
    put_in_words([*(row.work for row in works), *(row.result.item for row in results)], now=viewer.now)
    found: dict[int, list[Laid]] = defaultdict(list)
    for row in works:
        found[row.point_id].append(_work(row.work))
    for one in results:
        found[one.point_id].append(_result(one.result))
    return found


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

"""Choosing what lies beside a point: from what one may see of this child oneself."""

from collections.abc import Collection
from functools import cached_property
from typing import Any  # rows of either kind

from django.db import transaction

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import record
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.translation.reading import put_in_words
from driehoek.features.portfolio.models import Work
from driehoek.features.results.models import Result
from driehoek.features.talks.models import Point, PointVoice
from driehoek.surfaces.discussed.models import PointResult, PointWork

MOST = 30  # of either, on one page


class Desk:
    """The newest work and results of the child, and which of them lie beside the point already."""

    def __init__(self, point: Point, viewer: Viewer) -> None:
        self.point, self.viewer = point, viewer
        put_in_words([point, *self.works, *(result.item for result in self.results)], now=viewer.now)

    @property
    def voices(self) -> list[Attachment]:
        """What was spoken of the point."""
        return PointVoice.heard_in(self.point.pk)

    @cached_property
    def works(self) -> list[Work]:
        seen = Work.objects.visible_to(self.viewer).filter(student=self.point.side.talk.student_id)
        return list(seen.newest()[:MOST])

    @cached_property
    def results(self) -> list[Result]:
        seen = Result.objects.visible_to(self.viewer).filter(student=self.point.side.talk.student_id)
        return list(seen.with_value().whole().order_by("-scored_on", "-stamped_at", "-pk")[:MOST])

    @cached_property
    def laid(self) -> dict[str, list[int]]:
        works = PointWork.objects.filter(point=self.point).values_list("work", flat=True)
        results = PointResult.objects.filter(point=self.point).values_list("result", flat=True)
        return {"works": list(works), "results": list(results)}

    @property
    def is_empty(self) -> bool:
        return not (self.works or self.results)

    @transaction.atomic
    def lay(self, works: Collection[int], results: Collection[int]) -> None:
        """These, and of what was offered nothing else. What she may not see stays as it was."""
        moved = self._lay(PointWork, "work", {work.pk for work in self.works}, set(works))
        moved |= self._lay(PointResult, "result", {result.pk for result in self.results}, set(results))
        if moved:
            record("discussed.point.laid", self.point, by=self.viewer.person, at=self.viewer.now)

    def _lay(self, model: Any, field: str, offered: set[int], chosen: set[int]) -> bool:
        mine = model.objects.filter(point=self.point)
        here = set(mine.values_list(field, flat=True))
        mine.filter(**{f"{field}__in": (offered & here) - chosen}).delete()
        fresh = (offered & chosen) - here
        rows = [model(point=self.point, **{f"{field}_id": key}) for key in sorted(fresh)]
        model.objects.bulk_create(rows, ignore_conflicts=True)
        return bool(fresh or (offered & here) - chosen)

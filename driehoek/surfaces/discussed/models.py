"""What lies on the table with a point: whoever may see both, sees that it does."""

from django.db import models

from driehoek.backbone.access.querysets import Guarded
from driehoek.features.portfolio.models import Work
from driehoek.features.results.models import Result
from driehoek.features.talks.models import Point


class PointWork(Guarded):
    """A piece of work to look at together."""

    point = models.ForeignKey(Point, models.CASCADE, related_name="+")
    work = models.ForeignKey(Work, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["point", "work"], name="a_work_once_with_a_point")]
        ordering = ["pk"]


class PointResult(Guarded):
    """A result to talk about."""

    point = models.ForeignKey(Point, models.CASCADE, related_name="+")
    result = models.ForeignKey(Result, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["point", "result"], name="a_result_once_with_a_point")]
        ordering = ["pk"]

"""Periods of one student, each with how far she says she is."""

from collections.abc import Iterable

from django.db.models import OuterRef, QuerySet, Subquery

from driehoek.backbone.access.viewer import Viewer
from driehoek.features.portfolio.models import Period, Standing, Step
from driehoek.features.portfolio.models.period import PeriodQuerySet


def with_step(periods: PeriodQuerySet, me: Viewer, student: int) -> QuerySet[Period]:
    """Hers, the newest first; each with how far she says she is, if this viewer hears it."""
    said = Standing.objects.visible_to(me).filter(student=student, period=OuterRef("pk"))
    return periods.of_student(student).annotate(step=Subquery(said.values("step")[:1])).newest()


def stepped(periods: Iterable[Period]) -> list[tuple[Period, str]]:
    """Each with the words of the child for how far she is; without, when she did not say."""
    return [(one, str(Step(vars(one)["step"]).label) if vars(one)["step"] else "") for one in periods]

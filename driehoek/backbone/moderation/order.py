"""What a leader sees of the order at her schools: what waits, what was decided, where it stands still."""

from dataclasses import dataclass
from functools import cached_property

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.moderation.models import Case, Report, Silence, Trace, Verdict
from driehoek.backbone.moderation.models.case import CaseQuerySet
from driehoek.facts.schools.models import Group, School

AT_MOST = 50


class Order:
    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer

    @cached_property
    def schools(self) -> list[School]:
        return list(rows(School, self.viewer, may="keep_order").order_by("name"))

    @cached_property
    def groups(self) -> list[Group]:
        mine = Group.objects.filter(school__in=self.schools, year__ends_on__gte=self.viewer.today)
        return list(mine.select_related("school").order_by("name"))

    @cached_property
    def waiting(self) -> list[Case]:
        return list(self._cases.open().order_by("opened_at")[:AT_MOST])

    @cached_property
    def settled(self) -> list[Case]:
        return list(self._cases.settled().order_by("-opened_at")[:AT_MOST])

    @property
    def _cases(self) -> CaseQuerySet:
        return Case.objects.visible_to(self.viewer).select_related("author", "school", "group", "hiding")

    @cached_property
    def silences(self) -> list[Silence]:
        return list(Silence.objects.visible_to(self.viewer).running().select_related("school", "group"))


@dataclass(frozen=True)
class File:
    """Everything about one case: the words, who reported them and why, and what was decided."""

    case: Case
    viewer: Viewer

    @property
    def reports(self) -> list[Report]:
        found = Report.objects.visible_to(self.viewer).filter(case=self.case)
        return list(found.select_related("reporter").order_by("at"))

    @property
    def verdicts(self) -> list[Verdict]:
        found = Verdict.objects.visible_to(self.viewer).filter(case=self.case)
        return list(found.select_related("by").order_by("-at", "-pk"))

    @property
    def traces(self) -> list[Trace]:
        """What it said before, as long as that is kept."""
        found = Trace.objects.visible_to(self.viewer)
        return list(found.filter(label=self.case.label, key=self.case.key).order_by("at"))

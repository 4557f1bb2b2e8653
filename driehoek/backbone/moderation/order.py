"""What a leader sees of the order at her schools: what waits, what was decided, where it stands still."""

from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.moderation.models import Case, CaseAttachment, Report, Silence, Trace, Verdict
from driehoek.backbone.moderation.models.case import CaseQuerySet
from driehoek.backbone.moderation.reporting import place_of
from driehoek.backbone.translation.reading import put_in_words
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
        return sorted(mine.select_related("school"), key=attrgetter("order"))

    @cached_property
    def waiting(self) -> list[Case]:
        return self._told(self._cases.open().order_by("opened_at"))

    @cached_property
    def settled(self) -> list[Case]:
        return self._told(self._cases.settled().order_by("-opened_at"))

    def _told(self, cases: CaseQuerySet) -> list[Case]:
        found = list(cases[:AT_MOST])
        put_in_words(found, now=self.viewer.now)
        return found

    @property
    def _cases(self) -> CaseQuerySet:
        return Case.objects.visible_to(self.viewer).select_related("author", "school", "group", "hiding")

    @cached_property
    def silences(self) -> list[Silence]:
        found = Silence.objects.visible_to(self.viewer).running().select_related("school", "group", "by")
        silences = list(found)
        put_in_words(silences, now=self.viewer.now)
        return silences


@dataclass(frozen=True)
class File:
    """Everything about one case: the words, who reported them and why, and what was decided."""

    case: Case
    viewer: Viewer

    def __post_init__(self) -> None:
        put_in_words([self.case, *self.reports, *self.verdicts, *self.traces], now=self.viewer.now)

    @cached_property
    def place(self) -> str:
        """Where it stands, for a leader who reads there anyway: what was said before and after it."""
        return place_of(self.case.label, self.case.key, self.viewer)

    @cached_property
    def heard(self) -> list[Attachment]:
        """What of it was spoken."""
        rows = CaseAttachment.objects.visible_to(self.viewer).filter(case=self.case)
        return [row.attachment for row in rows.select_related("attachment").order_by("pk")]

    @cached_property
    def reports(self) -> list[Report]:
        found = Report.objects.visible_to(self.viewer).filter(case=self.case)
        return list(found.select_related("reporter", "case").order_by("at"))

    @cached_property
    def verdicts(self) -> list[Verdict]:
        found = Verdict.objects.visible_to(self.viewer).filter(case=self.case)
        return list(found.select_related("by", "case").order_by("-at", "-pk"))

    @cached_property
    def traces(self) -> list[Trace]:
        """What it said before, as long as that is kept."""
        found = Trace.objects.visible_to(self.viewer)
        return list(
            found.filter(label=self.case.label, key=self.case.key).select_related("author").order_by("at")
        )

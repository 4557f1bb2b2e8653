"""The day reports that someone may read: of today for the first page, and of one child by day."""

from driehoek.backbone.access.querysets import GuardedQuerySet
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import GroupKind
from driehoek.features.dayreports.models import DayReport

AT_MOST = 30  # days on the page of a child


def has_care(viewer: Viewer, child: Person | None = None) -> bool:
    """Whether a child of hers sits in a care group: without one nothing needs to be asked."""
    seats = [seat for seat in viewer.seats if child is None or seat.student_id == child.pk]
    return any(seat.group and seat.group.kind == GroupKind.CARE for seat in seats)


def reports_of_today(viewer: Viewer, child: Person | None = None) -> list[DayReport]:
    if not has_care(viewer, child):
        return []
    today = DayReport.objects.visible_to(viewer).filter(day=viewer.today)
    today = today.filter(student=child) if child else today
    return _told(today.order_by("student__given_name", "pk"), viewer)


def reports_of(child: Person, viewer: Viewer) -> list[DayReport]:
    written = DayReport.objects.visible_to(viewer).filter(student=child)
    return _told(written.order_by("-day", "-pk")[:AT_MOST], viewer)


def _told(reports: GuardedQuerySet[DayReport], viewer: Viewer) -> list[DayReport]:
    """In the language of the page, and whether she may write that by hand."""
    found = list(reports.select_related("student", "group", "by").allowing(viewer, "translate"))
    put_in_words(found, now=viewer.now)
    return found

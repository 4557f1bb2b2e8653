"""The day reports that someone may read: of today for the first page, and of one child by day."""

from driehoek.backbone.access.viewer import Viewer
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
    return list(today.select_related("student", "group", "by").order_by("student__given_name", "pk"))


def reports_of(child: Person, viewer: Viewer) -> list[DayReport]:
    written = DayReport.objects.visible_to(viewer).filter(student=child)
    return list(written.select_related("student", "group", "by").order_by("-day", "-pk")[:AT_MOST])

"""The day reports that someone may read: of today for the first page, and of one child by day."""

from django.db.models import QuerySet

from driehoek.backbone.access.parts import Asking, asked
from driehoek.backbone.access.querysets import GuardedQuerySet
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import GroupKind
from driehoek.features.dayreports.models import DayReport, DayVoice

AT_MOST = 30  # days on the page of a child


def has_care(viewer: Viewer, child: Person | None = None) -> bool:
    """Whether a child of hers sits in a care group: without one nothing needs to be asked."""
    seats = [seat for seat in viewer.seats if child is None or seat.student_id == child.pk]
    return any(seat.group and seat.group.kind == GroupKind.CARE for seat in seats)


def reports_today(child: Person | None, viewer: Viewer) -> Asking[list[DayReport]]:
    """As a part of a page, of one child or of all. As they were written: whoever shows them puts them in
    words, together with what else there is."""
    if not has_care(viewer, child):
        return []
    found = yield from asked(_today, viewer, *([child.pk] if child else []))
    return DayVoice.hang(found)


def _today(me: Viewer, *children: int) -> QuerySet[DayReport]:
    today = DayReport.objects.visible_to(me).filter(day=me.today)
    today = today.filter(student__in=children) if children else today
    return _whole(today.order_by("student__given_name", "pk"), me)


def reports_of(child: Person, viewer: Viewer) -> list[DayReport]:
    written = DayReport.objects.visible_to(viewer).filter(student=child)
    found = DayVoice.hang(list(_whole(written.order_by("-day", "-pk")[:AT_MOST], viewer)))
    put_in_words(found, now=viewer.now)
    return found


def _whole(reports: GuardedQuerySet[DayReport], viewer: Viewer) -> QuerySet[DayReport]:
    """With everybody in it, what was spoken, and whether she may translate it by hand."""
    people = reports.select_related("student__portrait", "group", "by").allowing(viewer, "translate")
    return people.annotate(heard=DayVoice.column())

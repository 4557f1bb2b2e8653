"""That there is a day report: to who may see the child, and never what is in it."""

from django.db.models import QuerySet
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.notices import Notice, notice
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.features.dayreports.models import DayReport


@notice("dayreports.report.written")
def report_written(entry: Entry) -> Notice | None:
    report = entry.subject
    if not isinstance(report, DayReport):
        return None
    return Notice(
        to=_guardians(report, entry),
        category=Category.NEWS,
        subject=format_lazy(_("Dagverslag van {group}"), group=report.group.name),
        paragraphs=(format_lazy(_("Er is een dagverslag van {group}."), group=report.group.name),),
        action=_("Bekijk het dagverslag"),
        path=f"/kind/{report.student_id}/dagen/",
        hats=("home",),
    )


def _guardians(report: DayReport, entry: Entry) -> QuerySet[Person]:
    seats = Seat.objects.on(day_of(entry.due_at)).filter(role=Role.GUARDIAN, sees_child=True)
    return Person.objects.filter(pk__in=seats.filter(student=report.student_id).values("person"))

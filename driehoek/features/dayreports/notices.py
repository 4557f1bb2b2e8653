"""That there is a day report: to who may see the child, and never what is in it."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.notices import Notice, notice, spoken
from driehoek.base.core.clock import day_of
from driehoek.features.dayreports.models import DayReport, DayVoice, family_of


@notice("dayreports.report.written")
def report_written(entry: Entry) -> Notice | None:
    report = entry.subject
    if not isinstance(report, DayReport):
        return None
    return Notice(
        to=family_of(report.student_id, day_of(entry.due_at)),
        category=Category.NEWS,
        about=About(school=report.group.school_id, student=report.student_id),
        subject=format_lazy(_("Dagverslag van {group}"), group=report.group.name),
        paragraphs=(format_lazy(_("Er is een dagverslag van {group}."), group=report.group.name),),
        private=(*report.texts.values(), *spoken(DayVoice.heard_in(report.pk))),
        action=_("Bekijk het dagverslag"),
        path=report.get_absolute_url(),
        hats=("home",),
    )

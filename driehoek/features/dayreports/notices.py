"""That there is a day report, to who may see the child; how the day went only in a mailbox of her own."""

from collections.abc import Iterator

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.letter import Words
from driehoek.backbone.notifications.notices import Notice, notice, spoken
from driehoek.base.core.clock import day_of
from driehoek.features.dayreports.models import ASPECTS, DayReport, DayVoice, family_of


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
        private=(*_drawn(report), *report.texts.values(), *spoken(DayVoice.heard_in(report.pk))),
        several=_several,
        action=_("Bekijk het dagverslag"),
        path=report.get_absolute_url(),
        hats=("home",),
    )


def _several(number: int) -> Words:
    return ngettext_lazy("%(n)s dagverslag", "%(n)s dagverslagen", number) % {"n": number}


def _drawn(report: DayReport) -> Iterator[Words]:
    """What the drawings on the page say: how she ate, slept and felt, on one line."""
    said = [kind(value).label for name, kind in ASPECTS.items() if (value := getattr(report, name))]
    if said:
        yield format_lazy(" · ".join(["{}"] * len(said)), *said)

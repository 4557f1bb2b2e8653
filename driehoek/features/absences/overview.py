"""How often a student was away this school year: by month or week, by reason, and by subject if it is known.
Calm counting for herself and for home; nothing is weighed."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.facts.schools.leaving import year_of
from driehoek.facts.schools.models import Enrolment, Sector
from driehoek.features.absences.models import Absence, Reason
from driehoek.features.absences.overview_chart import Chart, chart_of

BY_LESSON = (Sector.SECONDARY, Sector.VOCATIONAL)  # where a list alone would be too long
COLUMNS: dict[str, str | Promise] = {
    "late": gettext_lazy("Te laat"),
    "missed": gettext_lazy("Niet gemeld"),
    "ill": gettext_lazy("Ziek"),
    "other": gettext_lazy("Anders"),
}
COLUMN_OF = {Reason.LATE: "late", Reason.UNKNOWN: "missed", Reason.ILL: "ill"}


@dataclass
class Stretch:
    """A week, a month or a subject, with how often what was the case in it."""

    name: str
    absences: list[Absence] = field(default_factory=list)

    @property
    def counts(self) -> list[tuple[str | Promise, int]]:
        """For each column its head and its number."""
        found = Counter(COLUMN_OF.get(Reason(one.reason), "other") for one in self.absences)
        return [(label, found[column]) for column, label in COLUMNS.items()]


class Overview:
    """Of one student, for this viewer. The gate has already let her in."""

    def __init__(self, student: Person, viewer: Viewer, per: str = "") -> None:
        self.student, self.viewer = student, viewer
        self.per = "week" if per == "week" else "month"

    @cached_property
    def absences(self) -> list[Absence]:
        """Of this school year until today, the newest first; what two schools were told, once."""
        first, today = year_of(self.viewer.today), self.viewer.today
        seen = Absence.objects.visible_to(self.viewer).standing().filter(student=self.student)
        found = seen.filter(starts_on__gte=first, starts_on__lte=today).select_related(
            "school", "source_line"
        )
        ordered = found.order_by("-starts_on", "-from_time", "-pk")
        return list({(a.reason, a.starts_on, a.ends_on, a.from_time, a.subject): a for a in ordered}.values())

    @cached_property
    def open(self) -> list[Absence]:
        """Nobody said why, and she may."""
        answerable = Absence.objects.where(self.viewer, may="answer").filter(student=self.student)
        keys = set(answerable.filter(reason=Reason.UNKNOWN).values_list("pk", flat=True))
        return [absence for absence in self.absences if absence.pk in keys]

    @cached_property
    def counts_lessons(self) -> bool:
        """In secondary and vocational school there is a table; else a list says enough."""
        here = Enrolment.objects.on(self.viewer.today).filter(student=self.student)
        return here.filter(group__school__sector__in=BY_LESSON).exists()

    @property
    def stretches(self) -> list[Stretch]:
        """Weeks or months in which there was something, the newest first."""
        begins = monday_of if self.per == "week" else first_of_month
        return [
            Stretch(self._named(day), list(some))
            for day, some in groupby(self.absences, key=lambda one: begins(one.starts_on))
        ]

    def _named(self, day: dt.date) -> str:
        if self.per == "month":
            return date_format(day, _("F Y"))
        return _("Week van %(day)s") % {"day": date_format(day, _("j F"))}

    @property
    def subjects(self) -> list[Stretch]:
        """By name, of lessons that the school's own system tells apart."""
        found: dict[str, Stretch] = {}
        for absence in self.absences:
            if absence.subject:
                found.setdefault(absence.subject, Stretch(absence.subject)).absences.append(absence)
        return [found[name] for name in sorted(found)]

    @property
    def chart(self) -> Chart | None:
        return chart_of([monday_of(one.starts_on) for one in self.absences], monday_of(self.viewer.today))

    @property
    def columns(self) -> list[str | Promise]:
        return list(COLUMNS.values())


def monday_of(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def first_of_month(day: dt.date) -> dt.date:
    return day.replace(day=1)

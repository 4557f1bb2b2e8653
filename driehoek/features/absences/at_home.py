"""What a family sees of its own reports, and what school still wants to know from it."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.parts import Asking, asked
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.ages import born_after
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment, Enrolment, Function
from driehoek.features.absences.collecting import FETCHED
from driehoek.features.absences.explaining import whys_of
from driehoek.features.absences.models import MISSED, Absence, MorningQuestion, Reason, Report
from driehoek.features.absences.reporting import undoable

TEACHES = (Function.TEACHER, Function.MENTOR)
LOOKED_BACK = dt.timedelta(days=28)


class Told:
    """One report, as the person who made it reads it back."""

    def __init__(self, report: Report, viewer: Viewer) -> None:
        self.report, self.viewer = report, viewer

    @cached_property
    def absences(self) -> list[Absence]:
        mine = Absence.objects.visible_to(self.viewer).standing().filter(report=self.report)
        return list(mine.select_related("student__portrait", "school").order_by("student__birth_date", "pk"))

    @property
    def is_undone(self) -> bool:
        """It told something new, and that was taken back; else school knew it already."""
        return Absence.objects.visible_to(self.viewer).filter(report=self.report).exists()

    @property
    def may_undo(self) -> bool:
        return bool(undoable(self.report, self.viewer))

    @property
    def wish(self) -> str:
        """ "Beterschap! Juf Anouk weet het." """
        ill = any(absence.is_ill for absence in self.absences)
        known = _("%(who)s weet het.") % {"who": self.who}
        return f"{_('Beterschap!')} {known}" if ill else f"{_('Gemeld.')} {known}"

    @property
    def who(self) -> str:
        """The one teacher who is there that day; with more of them, or none, the school."""
        names = {person.name for person in self._teachers}
        return names.pop() if len(names) == 1 else _("School")

    @cached_property
    def _teachers(self) -> QuerySet[Person]:
        if not self.absences:
            return Person.objects.none()
        day = self.absences[0].starts_on
        children = [absence.student_id for absence in self.absences]
        groups = Enrolment.objects.on(day).filter(student__in=children, group__kind="class").values("group")
        jobs = Appointment.objects.on(day).filter(group__in=groups, function__in=TEACHES)
        jobs = jobs.filter(days__contains=str(day.isoweekday())) | jobs.filter(days="")
        return Person.objects.filter(pk__in=jobs.values("person"), is_active=True)


@dataclass(frozen=True)
class Asked:
    """One thing that school wants to know today about one child."""

    student: Person
    now: dt.datetime
    question: MorningQuestion | None = None
    missed: Absence | None = None

    @property
    def is_over(self) -> bool:
        """School is out: she was not there today."""
        return self.missed is not None and self.missed.is_over(self.now)

    @property
    def whys(self) -> tuple[Reason, ...]:
        return whys_of(self.missed, self.now) if self.missed else ()


def asked_of(viewer: Viewer) -> Asking[list[Asked]]:
    """For Vandaag: who is missed comes before who was ill yesterday."""
    absences = yield from asked(_wondered_about, viewer)
    return sorted((_asked(one, viewer.now) for one in absences), key=lambda one: one.missed is None)


def _asked(absence: Absence, now: dt.datetime) -> Asked:
    if absence.is_unexplained:
        return Asked(absence.student, now, missed=absence)
    question = MorningQuestion(pk=absence.question, absence=absence)  # type: ignore[attr-defined]  # annotated
    return Asked(absence.student, now, question=question)


def _wondered_about(me: Viewer) -> QuerySet[Absence]:
    """Missed since this morning, or ill and asked about. One lesson is no alarm."""
    still = MorningQuestion.objects.open(me.today).filter(absence=OuterRef("pk"))
    hers = Absence.objects.where(me, may="answer").annotate(question=Subquery(still.values("pk")[:1]))
    missed = MISSED & Q(starts_on=me.today)
    return hers.filter(missed | Q(question__isnull=False)).select_related("student", "school").order_by("pk")


def absences_of(child: Person, viewer: Viewer) -> Asking[list[Absence]]:
    """What counts today or later, and the past four weeks; what one school was told, once."""
    found = yield from asked(_of_child, viewer, child.pk)
    return list({(a.reason, a.starts_on, a.ends_on, a.from_time): a for a in found}.values())


def _of_child(me: Viewer, child: int) -> QuerySet[Absence]:
    seen = Absence.objects.visible_to(me).coming(me.today - LOOKED_BACK).filter(student=child)
    return seen.select_related("school").order_by("-starts_on", "-pk")


def may_report(viewer: Viewer) -> bool:
    """Whether there is somebody she may report: told from her seats, so that Vandaag asks nothing for it."""
    return any(
        seat.may_answer and not _is_grown(seat, viewer.today)
        if seat.role == Role.GUARDIAN
        else seat.role == Role.STUDENT and _is_grown(seat, viewer.today)
        for seat in viewer.seats
    )


def may_arrange_pickup(viewer: Viewer) -> bool:
    """Whether one of her children is fetched from the door: told from her seats as well."""
    return any(
        seat.role == Role.GUARDIAN and seat.may_answer and seat.sector in FETCHED for seat in viewer.seats
    )


def _is_grown(seat: Seat, day: dt.date) -> bool:
    """Old enough at this school to speak for herself."""
    born = seat.student_born
    return born is not None and born <= born_after(day, seat.guardians_until_age)

"""Telling school that children are not there: one form, every child, every school where they sit."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import record
from driehoek.base.core.clock import amsterdam
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment, School
from driehoek.features.absences.models import MISSED, Absence, Reason, Report


@dataclass(frozen=True)
class Said:
    """What the form says, for each of the children the same."""

    reason: str
    starts_on: dt.date
    ends_on: dt.date | None
    from_time: dt.time | None = None
    until_time: dt.time | None = None


def children_to_report(viewer: Viewer) -> list[Person]:
    """Whom she may report: the children she answers for, or herself when she is of age."""
    children = rows(Person, viewer, may="report").select_related("portrait")
    return list(children.order_by("-birth_date", "given_name"))


def schools_of(children: list[Person], day: dt.date) -> dict[int, list[School]]:
    """The schools where each of these sits on that day."""
    seated = Enrolment.objects.on(day).filter(student__in=children).select_related("group__school")
    found: dict[int, dict[int, School]] = {child.pk: {} for child in children}
    for row in seated:
        found[row.student_id][row.group.school_id] = row.group.school
    return {child: list(schools.values()) for child, schools in found.items()}


@transaction.atomic
def report(children: list[Person], said: Said, *, token: uuid.UUID, by: Person, at: dt.datetime) -> Report:
    """Tell it to every school of each child. The same form sent twice is told once."""
    hers = uuid.uuid5(token, str(by.pk))  # the page of one parent may be sent by the other, on one tablet
    told, is_new = Report.objects.get_or_create(token=hers, defaults={"by": by, "at": at})
    if not is_new:
        return told
    for child, schools in schools_of(children, said.starts_on).items():
        for school in schools:
            _tell(child, school, said, told)
    return told


@transaction.atomic
def _tell(child: int, school: School, said: Said, told: Report) -> None:
    """What is known already is not told again; a child who was missed that day gets her reason, unless what
    is said begins later than that."""
    there = Absence.objects.standing().filter(student=child, school=school, starts_on=said.starts_on)
    missed = there.filter(MISSED).first()
    if missed is not None and (said.from_time or dt.time.min) <= amsterdam(missed.told_at).time():
        missed.explain(said.reason, report=told, until_time=said.until_time, open_end=said.ends_on is None)
    elif not _is_known(child, school, said):
        absence = Absence.objects.create(
            student_id=child, school=school, report=told, told_at=told.at, **vars(said)
        )
        record("absences.absence.told", absence, by=told.by, at=told.at)


def _is_known(child: int, school: School, said: Said) -> bool:
    """Both parents may report the same morning: the second finds it told."""
    same = Absence.objects.on(said.starts_on).filter(student=child, school=school, reason=said.reason)
    return same.filter(Q(ends_on=None) | Q(from_time=said.from_time, until_time=said.until_time)).exists()


def undoable(told: Report, viewer: Viewer) -> list[Absence]:
    """What has not begun, of the children for whom she still speaks: that may have ended since."""
    hers = Absence.objects.where(viewer, may="change").filter(report=told).select_related("school")
    return [absence for absence in hers if absence.may_change(viewer.now)]


@transaction.atomic
def undo(told: Report, viewer: Viewer) -> None:
    for absence in undoable(told, viewer):
        absence.withdraw(by=viewer.person, at=viewer.now)


@transaction.atomic
def note_missing(child: Person, school: School, *, by: Person, at: dt.datetime, day: dt.date) -> Absence:
    """A colleague misses her and nobody told why: home hears it this morning."""
    known = _known(child, school, day)
    excused = [row for row in known if row.excuses(day, amsterdam(at).time())]
    if excused:
        return excused[0]
    absence = Absence.objects.create(
        student=child, school=school, reason=Reason.UNKNOWN, starts_on=day, ends_on=day,
        from_time=_excused_until(known, at), noted_by=by, told_at=at,
    )  # fmt: skip
    record("absences.absence.noted", absence, by=by, at=at)
    return absence


@transaction.atomic
def note_late(
    child: Person, school: School, *, by: Person, at: dt.datetime, day: dt.date, time: dt.time
) -> None:
    """She came in after the bell, once a day. Who was missed this morning has come; what home told stays as
    it is."""
    known = _known(child, school, day)
    missed = [row for row in known if row.is_unexplained and row.starts_with(day)]
    if missed:
        missed[0].change(by=by, at=at, reason=Reason.LATE, until_time=time)
    elif not any(row.excuses(day, time) or (row.reason == Reason.LATE and row.noted_by) for row in known):
        late = Absence.objects.create(
            student=child, school=school, reason=Reason.LATE, starts_on=day, ends_on=day,
            from_time=_excused_until(known, at), until_time=time, noted_by=by, told_at=at,
        )  # fmt: skip
        record("absences.absence.came_late", late, by=by, at=at)


def _known(child: Person, school: School, day: dt.date) -> list[Absence]:
    """Of that day, held until this is over; the same was pressed twice, or by two colleagues."""
    Person.objects.select_for_update(no_key=True).get(pk=child.pk)
    return list(Absence.objects.on(day).filter(student=child, school=school).order_by("pk"))


def _excused_until(known: list[Absence], at: dt.datetime) -> dt.time | None:
    """From when on nobody said anything of her; None: since the day began."""
    time = amsterdam(at).time()
    passed = [row.until_time for row in known if row.until_time and row.until_time <= time]
    return max(passed, default=None)

"""Absences from a file beside what we have: what is new, what is different, what was not so. Saying it twice
changes nothing, and what home said itself stays."""

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from typing import Any  # the words of a row

from django.db import transaction
from django.utils.translation import gettext as _

from driehoek.backbone.journal.models import record
from driehoek.base.core.clock import at, day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment, ExternalKey, School
from driehoek.facts.schools.roster_import.changes import WorldChanged
from driehoek.facts.schools.roster_import.roster import RosterRefused
from driehoek.features.absences.columns import AWAY
from driehoek.features.absences.kinds import Words
from driehoek.features.absences.models import (
    Absence,
    ColumnChoices,
    Outcome,
    OwnWord,
    Reason,
    SourceLine,
    Upload,
    Withdrawal,
)
from driehoek.features.absences.sheet import Line, Sheet, read, titles_of

STUDENT = "leerling:"  # as sheets of students write their keys
AT_ONCE = 500  # rows in one statement
NAMED = 50  # faulty lines that are named
FACTS = ("reason", "starts_on", "ends_on", "from_time", "until_time", "subject")


@dataclass
class Difference:
    """What a file would change; and a digest that is another one as soon as that is."""

    sheet: Sheet
    new: list[tuple[int, Line]] = field(default_factory=list)
    changed: list[tuple[Absence, Line]] = field(default_factory=list)
    gone: list[Absence] = field(default_factory=list)
    stays: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.new or self.changed or self.gone or self.sheet.unexplained)

    @property
    def digest(self) -> str:
        told = (self.new, [(row.pk, line) for row, line in self.changed], [row.pk for row in self.gone])
        return hashlib.sha256(repr(told).encode()).hexdigest()

    @property
    def outcome(self) -> Outcome:
        """The same in numbers, with the first faults; not kept yet."""
        faults = sorted(self.sheet.faults, key=lambda fault: fault.line)
        return Outcome(
            new=len(self.new), changed=len(self.changed), gone=len(self.gone), stays=self.stays,
            left_out=self.sheet.left_out, unexplained=self.sheet.unexplained, faulty=len(faults),
            faults=[[fault.line, fault.reason] for fault in faults[:NAMED]],
        )  # fmt: skip


def unclear_sheets(upload: Upload) -> dict[str, list[str]]:
    """The file and its titles, when neither these nor what was chosen before say enough. Raises
    RosterRefused."""
    sheets, remembered = titles_of(upload.files), ColumnChoices.of(upload.school)
    chosen = {file: AWAY.chosen_for(titles, remembered) for file, titles in sheets.items()}
    return {file: titles for file, titles in sheets.items() if AWAY.missing(chosen[file])}


def sheets_of(upload: Upload) -> dict[str, list[str]]:
    """The file and its titles; none when it is gone or cannot be read."""
    try:
        return titles_of(upload.files) if upload.is_waiting else {}
    except RosterRefused:
        return {}


def words_of(upload: Upload, today: dt.date) -> Words:
    """How it calls the kinds of absence; none when it is gone or cannot be read."""
    school, own = upload.school, OwnWord.of(upload.school)
    try:
        files = upload.files if upload.is_waiting else []
        return read(files, ColumnChoices.of(school), own, today).words
    except RosterRefused:
        return Words(own)


@transaction.atomic
def look(upload: Upload, today: dt.date) -> None:
    """Write down for the history what it would change, or why it cannot be used."""
    try:
        upload.keep(compare(upload, today).outcome)
    except RosterRefused as refused:
        upload.refuse(refused.fault)


def compare(upload: Upload, today: dt.date) -> Difference:
    """Raises RosterRefused."""
    school = upload.school
    sheet = read(upload.files, ColumnChoices.of(school), OwnWord.of(school), today)
    difference = Difference(sheet)
    students, known = _students(upload.school, today), _known(upload)
    covered = _covered(upload.school, sheet)
    for line in sheet.lines:
        student = students.get(line.student) or students.get(STUDENT + line.student)
        if student is None:
            sheet.fault(line.place, _("Deze leerling kennen wij niet op deze school."))
        elif line.key in known:
            is_told = (student, line.starts_on) in covered
            _weigh(difference, known[line.key], line, student, is_told=is_told)
        elif line.reason and (student, line.starts_on) not in covered:
            difference.new.append((student, line))
        else:
            difference.stays += 1
    return difference


def _weigh(difference: Difference, absence: Absence, line: Line, student: int, *, is_told: bool) -> None:
    """A row that is known by its key; `is_told`: home or a colleague says the same of that day."""
    taken_back = hasattr(absence, "taken_back")
    if absence.student_id != student:
        difference.sheet.fault(line.place, _("Dit nummer hoort al bij een andere leerling."))
    elif not line.reason and not taken_back:
        difference.gone.append(absence)
    elif not line.reason or (is_told if taken_back else _is_same(absence, line)):
        difference.stays += 1
    else:
        difference.changed.append((absence, line))


def _is_same(absence: Absence, line: Line) -> bool:
    """A reason that home gave counts more than a source that does not know one."""
    explained = line.reason == Reason.UNKNOWN and absence.report_id is not None
    said = _facts(line)
    return all(getattr(absence, name) == said[name] or (explained and name != "starts_on") for name in FACTS)


def _facts(line: Line) -> dict[str, Any]:
    return {name: getattr(line, name) for name in FACTS}


def _students(school: School, today: dt.date) -> dict[str, int]:
    """Who sits at this school today, by the roster's key."""
    here = Enrolment.objects.on(today).filter(group__school=school).values("student")
    keys = ExternalKey.objects.filter(school=school, person__in=here)
    return dict(keys.values_list("key", "person"))


def _known(upload: Upload) -> dict[str, Absence]:
    """What came from this source before, by its key; with a mark when it was taken back here."""
    source_lines = SourceLine.objects.filter(school=upload.school, source=upload.source).select_related(
        "absence"
    )
    gone = set(
        Withdrawal.objects.filter(absence__source_line__source=upload.source, absence__school=upload.school)
        .values_list("absence", flat=True)
    )  # fmt: skip
    known = {}
    for source_line in source_lines:
        if source_line.absence_id in gone:
            source_line.absence.taken_back = True  # type: ignore[attr-defined]  # for _weigh alone
        known[source_line.key] = source_line.absence
    return known


def _covered(school: School, sheet: Sheet) -> set[tuple[int, dt.date]]:
    """Whole days that home or a colleague told already: the same again is no second absence."""
    days = [line.starts_on for line in sheet.lines]
    if not days:
        return set()
    told = Absence.objects.coming(min(days)).filter(
        school=school, source_line=None, from_time=None, until_time=None, starts_on__lte=max(days)
    )
    found = set()
    for student, first, last in told.values_list("student", "starts_on", "ends_on"):
        end = min(last or max(days), max(days))
        found |= {(student, first + dt.timedelta(days=n)) for n in range((end - first).days + 1)}
    return found


@transaction.atomic
def agree(upload: Upload, digest: str, *, by: Person, now: dt.datetime) -> None:
    """Do what was shown under this digest, once. Raises WorldChanged and RosterRefused."""
    School.objects.select_for_update().get(pk=upload.school_id)
    upload.refresh_from_db()
    if not upload.is_waiting:
        return
    difference = compare(upload, day_of(now))
    if difference.digest != digest or difference.sheet.unexplained:
        raise WorldChanged
    _add(upload, difference.new, now)
    for absence, line in difference.changed:
        _correct(absence, line, by=by, now=now)
    for absence in difference.gone:
        absence.withdraw(by=by, at=now)
    upload.keep(difference.outcome)
    Upload.objects.filter(pk=upload.pk).update(agreed_at=now)
    record("absences.file.agreed", upload, by=by, at=now)
    transaction.on_commit(upload.throw_away)


def _add(upload: Upload, new: list[tuple[int, Line]], now: dt.datetime) -> None:
    """Nobody is told: what came days later is no alarm. It stands on the page of the child."""
    absences = [
        Absence(student_id=student, school=upload.school, told_at=_stamp(line, now), **_facts(line))
        for student, line in new
    ]
    Absence.objects.bulk_create(absences, batch_size=AT_ONCE)
    source_lines = (
        SourceLine(
            absence=absence, school=upload.school, source=upload.source, key=line.key,
            stamped_at=absence.told_at,
        )
        for absence, (_student, line) in zip(absences, new, strict=True)
    )  # fmt: skip
    SourceLine.objects.bulk_create(source_lines, batch_size=AT_ONCE)


def _correct(absence: Absence, line: Line, *, by: Person, now: dt.datetime) -> None:
    """What was taken back counts again; what home said of it stays."""
    absence.stand_again(by=by, at=now)
    if not _is_same(absence, line):
        absence.change(by=by, at=now, **_facts(line))
    SourceLine.objects.filter(absence=absence).update(stamped_at=_stamp(line, now))


def _stamp(line: Line, now: dt.datetime) -> dt.datetime:
    return at(line.stamped_on, dt.time(12)) if line.stamped_on else now

"""Absences for the student information system: in numbered batches, so that nothing is missed or doubled."""

import csv
import datetime as dt
import io
from collections.abc import Iterator

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import ExternalKey, School
from driehoek.features.absences.models import Absence, Withdrawal
from driehoek.features.absences.models.export import Export, ExportLine

COLUMNS = (
    "id", "version", "state", "student_key", "student_name", "reason", "first_day", "last_day", "from",
    "until", "told_at",
)  # fmt: skip
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for a formula


@transaction.atomic
def close_batch(school: School, *, by: Person | None, at: dt.datetime) -> Export | None:
    """Put every version that went nowhere yet into a new batch; None when there is nothing new."""
    School.objects.select_for_update().get(pk=school.pk)  # one batch at a time
    went = ExportLine.objects.filter(absence=OuterRef("pk"), version=OuterRef("version"))
    ours = Q(source_line=None) | Q(report__isnull=False)  # what its own system told, that system knows
    fresh = list(
        Absence.objects.filter(~Exists(went), ours, school=school, student__protection=None).order_by("pk")
    )
    if not fresh:
        return None
    last = Export.objects.filter(school=school).order_by("-number").first()
    export = Export.objects.create(school=school, number=(last.number if last else 0) + 1, by=by, at=at)
    ExportLine.objects.bulk_create(
        ExportLine(export=export, absence=absence, version=absence.version) for absence in fresh
    )
    record("absences.export.made", export, by=by, at=at)
    return export


def batches_after(school: School, number: int) -> QuerySet[Export]:
    return Export.objects.filter(school=school, number__gt=number).order_by("number")


def lines_of(export: Export) -> Iterator[dict[str, object]]:
    """What stands in a batch; a protected child is in no file. A row that changed since is told as it is now,
    under its newer version, and comes again later: readers keep the highest version of each id."""
    lines = ExportLine.objects.filter(export=export, absence__student__protection=None)
    withdrawn = set(
        Withdrawal.objects.filter(absence__school=export.school).values_list("absence", flat=True)
    )
    keys = dict(
        ExternalKey.objects.filter(school=export.school, person__isnull=False).values_list("person", "key")
    )
    for line in lines.select_related("absence__student").order_by("pk"):
        yield as_line(line.absence, keys.get(line.absence.student_id, ""), line.absence_id in withdrawn)


def as_line(absence: Absence, key: str, is_withdrawn: bool) -> dict[str, object]:
    cells = (
        absence.pk,
        absence.version,
        "withdrawn" if is_withdrawn else "stands",
        key,
        absence.student.full_name,
        absence.reason,
        absence.starts_on.isoformat(),
        absence.ends_on.isoformat() if absence.ends_on else "",
        f"{absence.from_time:%H:%M}" if absence.from_time else "",
        f"{absence.until_time:%H:%M}" if absence.until_time else "",
        absence.told_at.isoformat(timespec="seconds"),
    )
    return dict(zip(COLUMNS, cells, strict=True))


def as_csv(lines: Iterator[dict[str, object]]) -> str:
    """For a spreadsheet or a roster system; no cell can be taken for a formula (ASVS 5.0, 1.2.10)."""
    sheet = io.StringIO()
    writer = csv.DictWriter(sheet, COLUMNS, delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    for line in lines:
        writer.writerow({name: harmless(cell) for name, cell in line.items()})
    return sheet.getvalue()


def harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(DANGEROUS) else cell

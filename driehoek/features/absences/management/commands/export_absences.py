"""Give the absences of a school to another system: JSON lines, batch by batch, from a cursor on."""

import json
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from driehoek.base.core import clock
from driehoek.facts.schools.models import School
from driehoek.features.absences import exporting


class Command(BaseCommand):
    """export_absences --school CODE [--after N]: everything after batch N, and whatever is new."""

    help = "Writes one JSON line per changed absence; the last line gives the cursor for the next time."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--school", required=True, help="the code of the school, as in its roster")
        parser.add_argument("--after", type=int, default=0, help="the cursor of the last time")

    def handle(self, *, school: str, after: int, **_: object) -> None:
        found = School.objects.filter(code=school).first()
        if found is None or not school:
            raise CommandError(f"No school has the code {school!r}.")
        exporting.close_batch(found, by=None, at=clock.now())
        cursor = after
        for export in exporting.batches_after(found, after):
            for line in exporting.lines_of(export):
                self.stdout.write(json.dumps({"batch": export.number, **line}, ensure_ascii=False))
            cursor = export.number
        self.stdout.write(json.dumps({"cursor": cursor}))

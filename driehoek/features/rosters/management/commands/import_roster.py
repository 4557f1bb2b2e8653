"""import_roster: the nightly import. Prints what would change as JSON, and does it when nobody need look."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from driehoek.base.core.clock import day_of, now
from driehoek.facts.schools.models import Board, School
from driehoek.features.rosters.by_command import fetched
from driehoek.features.rosters.models import Connection
from driehoek.features.rosters.nightly import Nightly, Told

REFUSED, ASKS = 2, 3


class Command(BaseCommand):
    help = (
        "Reads a roster (zip, folder or files, or from the system that a school joined) and brings it in. "
        "Exits with 0 when it is done or nothing had to change, 2 when it cannot be used, 3 when a person "
        "must agree first on the page of the school."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "path", nargs="*", type=Path, help="the roster; for EDEXML also the file of guardians"
        )
        parser.add_argument(
            "--source", help="in place of a path: the system of that name, as a school joined it"
        )
        parser.add_argument("--board", required=True, help="the name of the board")
        parser.add_argument("--school", help="the name of the school; left out: every school in the file")
        parser.add_argument("--dry-run", action="store_true", help="only print what would change")

    def handle(self, *args: Any, **options: Any) -> None:
        if bool(options["path"]) == bool(options["source"]):
            raise CommandError("Name the files of a roster, or else a --source.", returncode=REFUSED)
        worst = 0
        for told in self._told(self._schools(options), options):
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            worst = max(worst, REFUSED if "refused" in told else ASKS if told["asks"] else 0)
        if worst:
            sys.exit(worst)

    def _told(self, schools: list[School], options: dict[str, Any]) -> Iterator[Told]:
        is_dry = options["dry_run"]
        if options["path"]:
            moment = now()
            yield from Nightly(options["path"], moment, day_of(moment), is_dry=is_dry).run(schools)
            return
        found = Connection.objects.filter(school__in=schools, name=options["source"])
        if not found:
            raise CommandError("No school of this board joined a system of that name.", returncode=REFUSED)
        for connection in found.select_related("school").order_by("school__name"):
            yield fetched(connection, now, is_dry=is_dry)

    def _schools(self, options: dict[str, Any]) -> list[School]:
        board = Board.objects.filter(name=options["board"]).first()
        if board is None:
            raise CommandError("There is no board of that name.", returncode=REFUSED)
        schools = School.objects.filter(board=board).order_by("name")
        if options["school"]:
            schools = schools.filter(name=options["school"])
            if not schools:
                raise CommandError("There is no school of that name at this board.", returncode=REFUSED)
        return list(schools)

"""Two schools that joined their systems: what came of the last times, and a proposal that waits."""

import datetime as dt
import tempfile
from itertools import chain
from pathlib import Path

from driehoek.base.core.clock import at, day_of
from driehoek.base.oneroster.refusals import Reason
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.facts.schools.roster_import.reading.rest import KINDS, lines_of, write
from driehoek.features.results.models import Connection as MarksConnection
from driehoek.features.results.models import Run as MarksRun
from driehoek.features.rosters.models import Connection, Run, Upload
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.systems import marks, rosters
from driehoek.surfaces.demo.systems.desk import said_of, secret
from driehoek.surfaces.demo.systems.news import this_morning

A_DAY = dt.timedelta(days=1)
NIGHT, AFTERNOON = dt.time(4, 2), dt.time(15, 5)
AWHILE = dt.timedelta(minutes=7)  # a server that does not answer is asked five times


def join_systems(schools: dict[str, School], people: People, now: dt.datetime) -> None:
    join_roster(schools[rosters.SCHOOL], people["marja"], now)
    join_marks(schools[marks.SCHOOL], people["peter"], now)


def join_roster(school: School, by: Person, now: dt.datetime) -> None:
    """The office agreed to it weeks ago. One night nothing answered; this morning somebody new was in it."""
    said, since = said_of(rosters.SCHOOL, "ParnasSys"), now - 45 * A_DAY
    connection = Connection.set_up(school, said, secret=secret(), by=by, at=since)
    connection.trusted_at = since
    connection.save(update_fields=["trusted_at"])
    night = at(day_of(now) - 3 * A_DAY, NIGHT)
    Run.objects.create(
        connection=connection, began_at=night, ended_at=night + AWHILE, refusal=Reason.AWAY, is_whole=True
    )
    began = this_morning(now) + AWHILE
    rows = {kind.name: rosters.rows_of(kind.name, now) for kind in KINDS}
    run = Run.objects.create(connection=connection, began_at=began, rows=sum(map(len, rows.values())))
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), chain.from_iterable(lines_of(kind, row) for kind in rows for row in rows[kind]))
        run.upload = upload = Upload.receive(school, [Path(folder)], by=None, at=began)
    upload.look(day_of(now))
    run.ended_at = began + dt.timedelta(minutes=1)
    run.save(update_fields=["upload", "ended_at"])


def join_marks(school: School, by: Person, now: dt.datetime) -> None:
    said = said_of(marks.SCHOOL, marks.BOOK)
    connection = MarksConnection.set_up(school, said, secret=secret(), by=by, at=now - 45 * A_DAY)
    night, came = at(day_of(now) - 3 * A_DAY, NIGHT), at(day_of(now) - A_DAY, AFTERNOON)
    MarksRun.objects.create(
        connection=connection, began_at=night, ended_at=night + AWHILE, refusal=Reason.AWAY
    )
    count = sum(len(made(connection.source)) for made in marks.MADE.values())
    MarksRun.objects.create(
        connection=connection, began_at=came, ended_at=came + dt.timedelta(seconds=8), rows=count, changes=2
    )

"""Inside the installation: schools where every student got something, all of it out at the same moment."""

import datetime as dt
import json
import time
from collections.abc import Sequence

from django.core.management import call_command
from django.db import transaction

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.models import Notification
from driehoek.backbone.notifications.telling import tell_due
from driehoek.base.core.clock import day_of
from driehoek.base.core.surveying import survey
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Board, Enrolment, Group, School, SchoolYear
from driehoek.facts.schools.roster_import.changes import usual_year
from driehoek.features.results.models import Item, Moment, ReleaseTerms, Result, Source
from driehoek.features.results.planning import Terms
from tests.bench.crowd import NOW
from tests.bench.town import join, made

AGE = 14
FOUR_O_CLOCK = dt.time(16)
LOOKING = 50  # students, a second before and at the moment itself
SECOND = dt.timedelta(seconds=1)


def main(schools: str, each: str) -> None:
    """So many schools with so many students each, and one that comes first: a worker is at it for weeks, and
    what it reads in once is no measure. Prints as JSON what was seen when, and who was told in how many
    seconds."""
    call_command("migrate", verbosity=0)
    board = Board.objects.create(name="Stichting De Meetlat")
    for number in range(int(schools) + 1):
        students = settle(board, number, int(each), NOW, sooner=number == 0)
    survey()
    opens_at, home_at = (
        sorted(Moment.objects.values_list(out, flat=True).distinct()) for out in ("opens_at", "home_at")
    )
    few, out_at = students[:LOOKING], opens_at[1]
    said: dict[str, object] = {"looking": len(few)}
    said |= {"before": seen(few, out_at - SECOND), "then": seen(few, out_at)}
    told(opens_at[0])
    survey()  # nor are tables that a moment ago were empty: each foreign key would be looked up row by row
    said["students"] = told(opens_at[1])
    told(home_at[0])
    said["guardians"] = told(home_at[1])
    print(json.dumps(said))


@transaction.atomic
def settle(board: Board, number: int, each: int, now: dt.datetime, *, sooner: bool) -> list[Person]:
    """A secondary school, where each student has one guardian, and a mark that is not out yet."""
    school = School.objects.create(board=board, name=f"School {number}", sector="secondary")
    usual = usual_year(day_of(now))
    dates = {"starts_on": usual.starts_on, "ends_on": usual.ends_on}
    year = SchoolYear.objects.create(school=school, name=usual.name, **dates)
    group = Group.objects.create(school=school, year=year, name="2A")
    born, numbers = usual.starts_on.replace(year=usual.starts_on.year - AGE), range(each)
    students = made(
        Person(
            given_name=f"Kind{n}", family_name="Bakker", birth_date=born,
            email=f"k{n}.s{number}@school.example",
        )
        for n in numbers
    )  # fmt: skip
    adults = made(
        Person(given_name=f"Ouder{n}", family_name="Bakker", email=f"o{n}.s{number}@thuis.example")
        for n in numbers
    )
    made(Enrolment(student=student, group=group, starts_on=usual.starts_on) for student in students)
    join(zip(adults, students, strict=True), usual.starts_on, now)
    if sooner:
        ReleaseTerms.decide(school, Terms(time=FOUR_O_CLOCK), by=adults[0], at=now)
    mark(school, students, now)
    return students


def mark(school: School, students: Sequence[Person], now: dt.datetime) -> None:
    source = Source.objects.create(school=school, name="Magister")
    item = Item.objects.create(source=source, key="1", school=school, subject="Wiskunde", title="Toets 1")
    moment = Moment.coming(school, now)
    made(
        Result(
            source=source, key=str(student.pk), student=student, school=school, item=item, score=7,
            stamped_at=now, moment=moment,
        )
        for student in students
    )  # fmt: skip


def seen(students: Sequence[Person], at: dt.datetime) -> int:
    """How many of them find a mark; nothing ran in between."""
    viewers = (Viewer(student, "home", at) for student in students)
    return sum(Result.objects.visible_to(viewer).exists() for viewer in viewers)


def told(at: dt.datetime) -> tuple[int, float]:
    """How many people have rows of what came out at that moment, and after how many seconds."""
    before, began = Notification.objects.count(), time.perf_counter()
    while tell_due(at):
        pass
    seconds = time.perf_counter() - began
    return Notification.objects.count() - before, seconds

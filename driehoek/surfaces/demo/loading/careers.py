"""Assignments for home of the demo: who got one, what they said about it, and what comes to the talk."""

import datetime as dt
from typing import Any  # one row of the file

from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment, Group, School
from driehoek.features.career.models import Assignment, Outcome
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.sources import read

A_DAY = dt.timedelta(days=1)
Row = dict[str, Any]


def do_together(schools: dict[str, School], people: People, now: dt.datetime) -> None:
    """Everything in demo/career.toml."""
    said = read("career.toml")
    by_hand = {people[row["by"]].pk for row in said["told"]}
    for row in said["given"]:
        group = schools[row["school"]].groups.get(name=row["group"])
        _give(group, row, people[row["by"]], by_hand, now)
    for row in said["told"]:
        _tell(Assignment.objects.get(student=people[row["student"]], key=row["key"]), row, people, now)


def _give(group: Group, row: Row, by: Person, without: set[int], now: dt.datetime) -> None:
    """To all of them; some of the others ticked that they did it."""
    here = Enrolment.objects.on(day_of(now)).filter(group=group).values("student")
    students = list(Person.objects.filter(pk__in=here).order_by("pk"))
    at, due_on = now + row["days"] * A_DAY, day_of(now) + row["due"] * A_DAY
    Assignment.give(students, group, row["key"], due_on=due_on, by=by, at=at)
    for student in [student for student in students if student.pk not in without][: row["did"]]:
        given = Assignment.objects.get(student=student, key=row["key"])
        Outcome.tell(given, "", together=True, by=student, at=min(at + A_DAY, now))


def _tell(given: Assignment, row: Row, people: People, now: dt.datetime) -> None:
    at = min(given.at + row["after"] * A_DAY, now)
    outcome = Outcome.tell(given, row["text"], together=True, by=people[row["by"]], at=at)
    if row.get("brings"):
        outcome.bring(at=at)

"""The timetables of the demo's older classes, and what is different about the next school day."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from driehoek.base.core.clock import day_of
from driehoek.facts.schools.hours import next_school_day
from driehoek.facts.schools.models import School
from driehoek.features.timetable.bringing import bring
from driehoek.features.timetable.models import Lesson
from driehoek.features.timetable.reading import Slot
from driehoek.surfaces.demo.loading.boards import People, group_named
from driehoek.surfaces.demo.loading.sources import Calendar, read


def plan_weeks(schools: dict[str, School], people: People, calendar: Calendar, now: dt.datetime) -> None:
    said = read("timetables.toml")
    for row in said["timetable"]:
        school = schools[row["school"]]
        slots = _slots(row, said, group_named(school, row["group"]).pk)
        bring(school, slots, first_day=calendar.first_day, by=people[row["by"]], at=now)
    for change in said["change"]:
        _alter(change, schools, people, now)


def _alter(change: dict[str, Any], schools: dict[str, School], people: People, now: dt.datetime) -> None:
    """The first lesson of that subject on a school day that comes."""
    school = schools[change["school"]]
    lessons = Lesson.objects.filter(group=group_named(school, change["group"]), subject=change["subject"])
    day = next_school_day(day_of(now), school)
    while not (found := lessons.filter(weekday=day.isoweekday()).first()):
        day = next_school_day(day, school)
    room = change.get("room", "")
    found.alter(day, is_off=not room, room=room, by=people[change["by"]], at=now)


def _slots(row: dict[str, Any], said: dict[str, Any], group: int) -> Iterator[Slot]:
    for number, day in enumerate(("ma", "di", "wo", "do", "vr"), start=1):
        for hour, subject in zip(said["hours"], row[day], strict=True):
            first, last = (dt.time.fromisoformat(time.zfill(5)) for time in hour.split("-"))
            teacher, room = said["teachers"].get(subject, ["", ""])
            if subject != "-":
                yield Slot(group, number, first, last, subject, teacher, room)

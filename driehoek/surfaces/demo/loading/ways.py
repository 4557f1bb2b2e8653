"""The ways of the demo's older students: their weeks, what they reached and chose, and what lies ahead."""

import datetime as dt

from driehoek.base.core.clock import day_of
from driehoek.facts.schools.models import School
from driehoek.features.timeline.models import Milestone
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.sources import Calendar, read
from driehoek.surfaces.demo.loading.weeks import plan_weeks

SAID = ("kind", "title")


def mark_ways(schools: dict[str, School], people: People, calendar: Calendar, now: dt.datetime) -> None:
    plan_weeks(schools, people, calendar, now)
    today = day_of(now)
    for row in read("ways.toml")["milestone"]:
        said = {name: row[name] for name in SAID}
        said |= {"words": row.get("words", ""), "place": row.get("place", "")}
        said |= {"starts_on": _day(today, row["days"]), "ends_on": _day(today, row.get("until"))}
        Milestone.add(
            people[row["of"]], schools[row["school"]], said, by=people[row["by"]],
            at=now + dt.timedelta(days=row["written"]), for_home=row.get("for_home", True),
        )  # fmt: skip


def _day(today: dt.date, days: int | None) -> dt.date | None:
    return None if days is None else today + dt.timedelta(days=days)

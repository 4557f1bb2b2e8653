"""When the schools of the demo are closed: the ministry's dates for the year, and days of their own."""

import datetime as dt

from driehoek.facts.people.models import Person
from driehoek.facts.schools.hours import is_school_day, next_school_day
from driehoek.facts.schools.models import School
from driehoek.features.holidays.keeping import add, take_over
from driehoek.features.holidays.ministry import years
from driehoek.surfaces.demo.loading.sources import Calendar, read

REGION = "midden"


def close(schools: dict[str, School], calendar: Calendar, *, by: Person, now: dt.datetime) -> None:
    """Own days first: they stand when the dates of the ministry come beside them."""
    for said in read("office.toml")["closed"]:
        school, day = schools[said["school"]], calendar.moved(said["day"])
        day = day if is_school_day(day, school) else next_school_day(day, school)
        add(school, said["name"], (day, day), by=by, at=now)
    for year in years():
        if year.starts_on <= calendar.first_day < year.starts_on + dt.timedelta(days=365):
            for school in schools.values():
                take_over(school, year.of(REGION), by=by, at=now)

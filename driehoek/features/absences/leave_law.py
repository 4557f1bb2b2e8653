"""How many school days of leave there may be, and how late one may still ask. Leerplichtwet 1969.

Decision 96 says what was read. Art. 13a.2: a holiday at most ten days in a school year, once. Art. 14: other
weighty circumstances, asked before or within two days after they came up; up to ten days the head decides,
above that the compulsory education officer. Who is 16 or 17 and need not be at school every day
(kwalificatieplicht, art. 4a to 4c) has a proportional share of those ten days (art. 13a.2, and 14 alike).
"""

import datetime as dt
from collections.abc import Collection

from driehoek.facts.people.ages import birthday
from driehoek.facts.people.models import Person
from driehoek.facts.schools.hours import WORKDAYS, days_at_school
from driehoek.facts.schools.models import School, SchoolYear

A_DAY = dt.timedelta(days=1)
AFTERWARDS = dt.timedelta(days=2)  # art. 14
HEAD_DECIDES = 10  # school days in one school year
SHARE = HEAD_DECIDES // len(WORKDAYS)  # for each day of the week on which one must be there


def school_days(first: dt.date, last: dt.date, school: School, weekdays: Collection[int] = WORKDAYS) -> int:
    """Days on which there would have been school."""
    return sum(day.isoweekday() in weekdays for day in days_at_school(first, last, school))


def most_days(weekdays: Collection[int]) -> int:
    """Ten for who must be there five days a week, six for three."""
    return SHARE * len(weekdays)


def last_day_to_ask(began: dt.date) -> dt.date:
    """Two days after it came up; what ends in a weekend runs to Monday (Algemene termijnenwet, art. 1)."""
    last = began + AFTERWARDS
    while last.isoweekday() not in WORKDAYS:
        last += A_DAY
    return last


def must_qualify(child: Person, school: School, day: dt.date) -> bool:
    """From the school year after the one in which she turned 16, until she is 18 (art. 4a)."""
    year = year_around(school, day)
    if child.birth_date is None or year is None:
        return False
    return birthday(child.birth_date, 16) < year.starts_on and day < birthday(child.birth_date, 18)


def year_around(school: School, day: dt.date) -> SchoolYear | None:
    years = SchoolYear.objects.filter(school=school, starts_on__lte=day)
    return years.order_by("-starts_on").first()

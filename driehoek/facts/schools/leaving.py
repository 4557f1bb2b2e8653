"""Who left every school, and how long what belongs to a school year is kept (docs/retention.md)."""

import datetime as dt

from django.db.models import Exists, OuterRef, Q, QuerySet

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment

FIRST_OF_AUGUST = (8, 1)  # on which a school year begins (WPO art. 1, WVO 2020 art. 1.1)


def years_before(day: dt.date, years: int) -> dt.date:
    """The same day so many years ago; of a leap day the day before."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def left_by(day: dt.date) -> QuerySet[Person]:
    """Students whose last day at any school was this day or before it; not who never sat anywhere."""
    later = Enrolment.objects.filter(Q(ends_on=None) | Q(ends_on__gt=day), student=OuterRef("pk"))
    once = Enrolment.objects.filter(student=OuterRef("pk"))
    return Person.objects.filter(Exists(once), ~Exists(later))


def kept_until(day: dt.date) -> dt.date:
    """When what is shared on this day is no longer kept: the school year after its own is over then."""
    return _first_of_year(day, years=2)


def year_kept_from(today: dt.date) -> dt.date:
    """What was shared in this school year and in the one before it is kept; older goes."""
    return _first_of_year(today, years=-1)


def year_of(day: dt.date) -> dt.date:
    """The day on which the school year of this day began."""
    return _first_of_year(day, years=0)


def _first_of_year(day: dt.date, *, years: int) -> dt.date:
    """The day on which the school year began in which this day falls, so many years later."""
    month, first = FIRST_OF_AUGUST
    began = day.year if (day.month, day.day) >= (month, first) else day.year - 1
    return dt.date(began + years, month, first)

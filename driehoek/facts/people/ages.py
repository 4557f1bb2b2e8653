"""Ages as the law counts them: full years, on the Amsterdam calendar."""

import datetime as dt

OWN_IMAGE_AT = 16  # from here the student decides about photos (UAVG art. 5)
OWN_ADDRESS_AT = 16  # and says where she lives


def birthday(born: dt.date, age: int) -> dt.date:
    """The day on which someone becomes that age. Born on 29 February counts on 28 February,
    the earlier day, so that a right to privacy never starts late."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return dt.date(born.year + age, 2, 28)


def age_on(born: dt.date, day: dt.date) -> int:
    """Whole years on that day."""
    years = day.year - born.year
    return years if day >= birthday(born, years) else years - 1


def born_after(day: dt.date, age: int) -> dt.date:
    """Whoever is born after this date is younger than that age on that day."""
    try:
        limit = day.replace(year=day.year - age)
    except ValueError:  # 29 February, seen from a year without one
        limit = dt.date(day.year - age, 2, 28)
    if (limit.month, limit.day) == (2, 28) and _is_leap(limit.year) and not _is_leap(day.year):
        return dt.date(limit.year, 2, 29)  # whoever was born on the 29th is of age on the 28th
    return limit


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

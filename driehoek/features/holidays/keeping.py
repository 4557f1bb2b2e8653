"""Entering, changing and removing the days on which a school is closed."""

import datetime as dt

from django.db import transaction

from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Holiday, School
from driehoek.features.holidays.ministry import Break


def overlapping(
    school: School, first: dt.date, last: dt.date, *, besides: Holiday | None = None
) -> Holiday | None:
    """A holiday of this school that lies, in part, on these days; another than the one that is changed."""
    found = Holiday.objects.filter(school=school, starts_on__lte=last, ends_on__gte=first)
    if besides:
        found = found.exclude(pk=besides.pk)
    return found.order_by("starts_on").first()


@transaction.atomic
def add(school: School, name: str, days: tuple[dt.date, dt.date], *, by: Person, at: dt.datetime) -> Holiday:
    """A form that comes twice adds it once."""
    first, last = days
    holiday, is_new = Holiday.objects.get_or_create(
        school=school, starts_on=first, defaults={"name": name, "ends_on": last}
    )
    if is_new:
        record("holidays.holiday.added", holiday, by=by, at=at)
    return holiday


@transaction.atomic
def change(
    holiday: Holiday, name: str, days: tuple[dt.date, dt.date], *, by: Person, at: dt.datetime
) -> None:
    before = (holiday.name, holiday.starts_on, holiday.ends_on)
    holiday.name, holiday.starts_on, holiday.ends_on = name, *days
    if before != (name, *days):
        holiday.save(update_fields=["name", "starts_on", "ends_on"])
        record("holidays.holiday.changed", holiday, by=by, at=at)


@transaction.atomic
def remove(holiday: Holiday, *, by: Person, at: dt.datetime) -> None:
    """There is school on those days after all."""
    gone, _rows = Holiday.objects.filter(pk=holiday.pk).delete()
    if gone:
        record("holidays.holiday.removed", holiday, by=by, at=at)


@transaction.atomic
def take_over(school: School, breaks: tuple[Break, ...], *, by: Person, at: dt.datetime) -> int:
    """Add what does not touch a holiday that the school entered itself: that one stands."""
    new = [one for one in breaks if overlapping(school, one.starts_on, one.ends_on) is None]
    for one in new:
        add(school, one.name, (one.starts_on, one.ends_on), by=by, at=at)
    return len(new)

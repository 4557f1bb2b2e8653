"""Brings a new timetable: what stays is not touched, what goes ends the day before, what is new begins."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group, School
from driehoek.features.timetable.models import Lesson
from driehoek.features.timetable.reading import Slot

A_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Difference:
    """What a new timetable would change from one day on. Groups that the file does not name keep theirs."""

    new: list[Slot]
    gone: list[Lesson]
    stays: int


def groups_of(school: School, day: dt.date) -> dict[str, int]:
    """The groups of this school year by name, as a file may write it."""
    groups = Group.objects.filter(school=school, year__starts_on__lte=day, year__ends_on__gte=day)
    return {group.name.casefold(): group.pk for group in groups.order_by("pk")}


def compare(slots: Iterable[Slot], first_day: dt.date) -> Difference:
    wanted = dict.fromkeys(slots)
    named = {slot.group for slot in wanted}
    running = [lesson for lesson in Lesson.objects.of(sorted(named)).between(first_day, dt.date.max)]
    before = {_slot_of(lesson): lesson for lesson in running if lesson.ends_on is None}
    gone = [lesson for lesson in running if _slot_of(lesson) not in wanted and lesson.ends_on is None]
    return Difference(
        [slot for slot in wanted if slot not in before], gone, len(wanted.keys() & before.keys())
    )


@transaction.atomic
def bring(
    school: School, slots: Iterable[Slot], *, first_day: dt.date, by: Person, at: dt.datetime
) -> Difference:
    """All of it or nothing; the same once more changes nothing."""
    School.objects.select_for_update().get(pk=school.pk)
    difference = compare(slots, first_day)
    for lesson in difference.gone:
        _end(lesson, first_day)
    Lesson.objects.bulk_create(
        Lesson(
            group_id=slot.group, weekday=slot.weekday, starts_at=slot.starts_at, ends_at=slot.ends_at,
            subject=slot.subject, teacher=slot.teacher, room=slot.room, starts_on=first_day,
        )
        for slot in difference.new
    )  # fmt: skip
    if difference.new or difference.gone:
        record("timetable.timetable.brought", school, by=by, at=at)
    return difference


def _end(lesson: Lesson, first_day: dt.date) -> None:
    """The day before; what had not begun by then never was."""
    if lesson.starts_on >= first_day:
        lesson.delete()
    else:
        Lesson.objects.filter(pk=lesson.pk).update(ends_on=first_day - A_DAY)


def _slot_of(lesson: Lesson) -> Slot:
    return Slot(
        lesson.group_id, lesson.weekday, lesson.starts_at, lesson.ends_at, lesson.subject, lesson.teacher,
        lesson.room,
    )  # fmt: skip

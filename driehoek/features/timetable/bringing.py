"""Brings a new timetable: what stays is not touched, what goes ends the day before, what is new begins."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group, School
from driehoek.features.timetable.models import Lesson, LessonChange
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
    """What counts already, and goes on, stays. What begins later or ends by an earlier file gives way."""
    wanted = dict.fromkeys(slots)
    running = Lesson.objects.of(sorted({slot.group for slot in wanted})).lasting(first_day)
    stays, gone = set[Slot](), list[Lesson]()
    for lesson in running:
        slot = _slot_of(lesson)
        if slot in wanted and lesson.starts_on <= first_day and lesson.ends_on is None:
            stays.add(slot)
        else:
            gone.append(lesson)
    return Difference([slot for slot in wanted if slot not in stays], gone, len(stays))


@transaction.atomic
def bring(
    school: School, slots: Iterable[Slot], *, first_day: dt.date, by: Person, at: dt.datetime
) -> Difference:
    """All of it or nothing; the same once more changes nothing."""
    School.objects.select_for_update().get(pk=school.pk)
    difference = compare(slots, first_day)
    _end([lesson.pk for lesson in difference.gone], first_day)
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


def _end(lessons: list[int], first_day: dt.date) -> None:
    """The day before, with what was said of a day after it; what had not begun by then never was."""
    ended = Lesson.objects.filter(pk__in=lessons)
    ended.filter(starts_on__gte=first_day).delete()
    ended.update(ends_on=first_day - A_DAY)
    LessonChange.objects.filter(lesson__in=lessons, day__gte=first_day).delete()


def _slot_of(lesson: Lesson) -> Slot:
    return Slot(
        lesson.group_id, lesson.weekday, lesson.starts_at, lesson.ends_at, lesson.subject, lesson.teacher,
        lesson.room,
    )  # fmt: skip

"""One week of lessons, of a student or of a group, with what is different on each day."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment, Group, Holiday
from driehoek.features.timetable.models import Lesson, LessonChange, Weekday

A_WEEK = dt.timedelta(days=7)
BACK, AHEAD = 8, 8  # weeks that can be looked at


@dataclass(frozen=True)
class Hour:
    """One lesson on one day."""

    lesson: Lesson
    change: LessonChange | None

    @property
    def is_off(self) -> bool:
        return self.change is not None and self.change.is_off

    @property
    def room(self) -> str:
        return self.change.room if self.change and self.change.room else self.lesson.room

    @property
    def is_numbered(self) -> bool:
        """A bare number says nothing to who does not know the building; after "Ander lokaal:" it does."""
        return self.change is None and self.room.isdecimal()


@dataclass(frozen=True)
class SchoolDay:
    day: dt.date
    hours: list[Hour]
    holiday: str  # its name, when there are no lessons because of it
    is_today: bool


class Week:
    """The lessons of these groups in the week of `monday`, as this viewer may read them."""

    def __init__(self, groups: list[Group], viewer: Viewer, monday: dt.date) -> None:
        self.groups, self.viewer, self.monday = groups, viewer, monday

    @property
    def friday(self) -> dt.date:
        return self.monday + dt.timedelta(days=4)

    @property
    def number(self) -> int:
        return self.monday.isocalendar().week

    @property
    def before(self) -> str:
        return self._other(-A_WEEK)

    @property
    def after(self) -> str:
        return self._other(A_WEEK)

    def _other(self, step: dt.timedelta) -> str:
        """Its address in `?week=`, or nothing when it is too far away."""
        monday, near = self.monday + step, monday_of(self.viewer.today)
        return week_name(monday) if near - BACK * A_WEEK <= monday <= near + AHEAD * A_WEEK else ""

    @cached_property
    def days(self) -> list[SchoolDay]:
        return list(self._days())

    @property
    def earlier(self) -> list[SchoolDay]:
        """The days of this week that are over: nobody comes for those first."""
        is_now = self.monday <= self.viewer.today <= self.friday
        return [one for one in self.days if is_now and one.day < self.viewer.today]

    @property
    def ahead(self) -> list[SchoolDay]:
        return self.days[len(self.earlier) :]

    def _days(self) -> Iterator[SchoolDay]:
        lessons = Lesson.objects.visible_to(self.viewer).of([group.pk for group in self.groups])
        found = list(lessons.between(self.monday, self.friday).order_by("starts_at", "subject", "pk"))
        changes = {(change.lesson_id, change.day): change for change in self._changes(found)}
        free = self._free()
        for number in Weekday.values:
            day = self.monday + dt.timedelta(days=number - 1)
            closed = {one.school_id: one.name for one in free if one.starts_on <= day <= one.ends_on}
            hours = [
                Hour(lesson, changes.get((lesson.pk, day)))
                for lesson in found
                if lesson.takes_place(day) and self._school_of[lesson.group_id] not in closed
            ]
            holiday = "" if hours else next(iter(closed.values()), "")
            yield SchoolDay(day, hours, holiday, day == self.viewer.today)

    def _changes(self, lessons: list[Lesson]) -> list[LessonChange]:
        if not lessons:
            return []
        asked = LessonChange.objects.visible_to(self.viewer).filter(lesson__in=[one.pk for one in lessons])
        return list(asked.filter(day__range=(self.monday, self.friday)))

    @cached_property
    def _school_of(self) -> dict[int, int]:
        return {group.pk: group.school_id for group in self.groups}

    def _free(self) -> list[Holiday]:
        """When its schools are closed, each for its own lessons."""
        free = Holiday.objects.filter(school__in=set(self._school_of.values()))
        return list(free.filter(ends_on__gte=self.monday, starts_on__lte=self.friday))


def week_of_student(student: Person, viewer: Viewer, asked: str) -> Week:
    places = Enrolment.objects.on(viewer.today).filter(student=student).select_related("group__school")
    return Week([place.group for place in places], viewer, monday_asked(asked, viewer.today))


def week_of_group(group: Group, viewer: Viewer, asked: str) -> Week:
    return Week([group], viewer, monday_asked(asked, viewer.today))


def monday_asked(asked: str, today: dt.date) -> dt.date:
    """The Monday of "2026-W48", when that is near enough; else of this week, in the weekend of the next."""
    near = monday_of(today)
    try:
        monday = dt.date.fromisoformat(f"{asked}-1")
    except ValueError:
        return near + A_WEEK if today.isoweekday() > 5 else near
    return monday if near - BACK * A_WEEK <= monday <= near + AHEAD * A_WEEK else near


def week_name(monday: dt.date) -> str:
    year, week, _day = monday.isocalendar()
    return f"{year}-W{week:02}"


def monday_of(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.isoweekday() - 1)


def hour_of(lesson: Lesson, day: dt.date) -> Hour:
    return Hour(lesson, LessonChange.objects.filter(lesson=lesson, day=day).first())


class DayConverter:
    """A day in an address: 2026-11-30."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> dt.date:
        return dt.date.fromisoformat(value)

    def to_url(self, value: dt.date) -> str:
        return value.isoformat()

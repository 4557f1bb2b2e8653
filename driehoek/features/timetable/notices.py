"""That a lesson is off, elsewhere or as always: to the students, at once. Home reads it in the timetable."""

import datetime as dt

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.letter import Words
from driehoek.backbone.notifications.notices import Notice, notice
from driehoek.base.core.clock import at, in_full
from driehoek.facts.people.models import Person
from driehoek.features.timetable.models import Lesson, LessonChange, Weekday


@notice("timetable.lessonchange.made")
def changed(entry: Entry) -> Notice | None:
    change = entry.subject
    if not isinstance(change, LessonChange):
        return None
    lesson = change.lesson
    said = (
        _("{subject} gaat niet door op {day}.") if change.is_off else _("{subject} op {day}: lokaal {room}.")
    )
    words = format_lazy(said, subject=lesson.subject, day=in_full(change.day), room=change.room)
    return _told(lesson, words, ends_at=at(change.day, lesson.ends_at))


@notice("timetable.lesson.restored")
def restored(entry: Entry) -> Notice | None:
    """Who heard that it is off would stay away."""
    lesson = entry.subject
    if not isinstance(lesson, Lesson):
        return None
    day = Weekday(lesson.weekday).label
    return _told(
        lesson, format_lazy(_("{subject} op {day} is weer als altijd."), subject=lesson.subject, day=day)
    )


def _told(lesson: Lesson, words: Words, *, ends_at: dt.datetime | None = None) -> Notice:
    return Notice(
        to=lambda day: _students(lesson.group_id, day),
        category=Category.NEWS,
        about=About(school=lesson.group.school_id, group=lesson.group_id),
        subject=format_lazy(_("Het rooster van {group} verandert"), group=lesson.group.name),
        paragraphs=(words,),
        action=_("Bekijk het rooster"),
        path=reverse("timetable:own"),
        hats=("home",),
        ends_at=ends_at,
    )


def _students(group: int, day: dt.date) -> QuerySet[Person]:
    seats = Seat.objects.on(day).filter(role=Role.STUDENT, group=group)
    return Person.objects.filter(pk__in=seats.values("person"))

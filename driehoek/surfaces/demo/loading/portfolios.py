"""Work and goals of the cast, and what home and school answered."""

import datetime as dt
import io
from typing import Any  # one row of the file

from demo.drawings.photos import photo as drawn
from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.checking import exceptions, place, say
from driehoek.backbone.media.models import Photo
from driehoek.base.core.clock import at, day_of
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import GROUP_FUNCTIONS, Appointment, Group
from driehoek.features.portfolio.adding import finish, keep_at_home
from driehoek.features.portfolio.models import Echo, ForWhom, Goal, Period, Sharing, Standing, Work, usual
from driehoek.surfaces.demo.loading import enclosures
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.moments import moment
from driehoek.surfaces.demo.loading.sources import read

Row = dict[str, Any]
A_WHILE = dt.timedelta(hours=3)
A_STEP = dt.timedelta(days=9)
A_MORNING = dt.time(9, 10)


def fill_portfolios(people: People, now: dt.datetime) -> None:
    told = read("portfolio.toml")
    for row in sorted(told["work"], key=lambda row: moment(row["when"], now)):
        _make(people, row, moment(row["when"], now), now)
    for row in told["goal"]:
        _choose(people, row, moment(row["when"], now), now)
    work_on_themes(people, now)


def work_on_themes(people: People, now: dt.datetime) -> None:
    """What groups work on, how far students say they are, and what of their work they laid there."""
    for row in read("portfolio.toml")["theme"]:
        group = _place(row, people[row["steps"][0][0]])
        first = day_of(now) - dt.timedelta(days=row["began"])
        said = {name: row.get(name, "") for name in ("title", "assignment", "onward")}
        said |= {"starts_on": first, "ends_on": first + dt.timedelta(days=row["days"])}
        by = _teacher(group, day_of(now))
        period = Period.begin(group, said, by=by, at=min(now, at(first, A_MORNING)))
        for key, step in row.get("steps", ()):
            Standing.say(period, people[key], step, by=people[key], at=now - A_WHILE)
        for key, title in row.get("works", ()):
            Work.objects.filter(student=people[key], title=title).update(period=period)


def _place(row: Row, student: Person) -> Group:
    return Group.objects.filter(enrolments__student=student, name=row["group"]).latest("pk")


def _make(people: People, row: Row, at: dt.datetime, now: dt.datetime) -> None:
    student = people[row["student"]]
    group = _place(row, student)
    whom = row.get("whom", usual(student, day_of(at)))
    photos = [
        Photo.take(io.BytesIO(drawn(scene)), school=group.school, by=student, at=at, alt=alt)
        for scene, alt in row.get("photos", ())
    ]
    voices = enclosures.spoken(row.get("spoken", ""), by=student, school=group.school, at=at)
    work = Work.add(
        student, group, row["title"], row.get("text", ""), by=student, at=at, sharing=Sharing(whom),
        photos=photos, attachments=voices,
    )  # fmt: skip
    place(photos, [group], taken_on=day_of(at))
    if not row.get("waits"):
        _look(work, photos, Viewer(_teacher(group, day_of(now)), "school", at))
    for number, (key, words) in enumerate(row.get("echoes", ()), 1):
        _answer(people[key], work, words, min(at + number * A_WHILE, now))


def _look(work: Work, photos: list[Photo], teacher: Viewer) -> None:
    """Nobody else is on these drawings."""
    asked = list(exceptions([work.group], Purpose.CLASS_APP, teacher.today))
    absent = [(photo.pk, child.pk, False) for photo in photos for child in asked if child != work.student]
    say(absent, by=teacher.person, at=teacher.now)
    if work.whom != ForWhom.CLASS:
        keep_at_home(work, photos, teacher)
    finish(work, teacher)


def _teacher(group: Group, day: dt.date) -> Person:
    jobs = Appointment.objects.on(day).filter(group=group, function__in=GROUP_FUNCTIONS)
    return jobs.select_related("person").order_by("pk")[0].person


def _answer(by: Person, thing: Work | Goal, words: str, at: dt.datetime) -> None:
    works = Appointment.objects.on(day_of(at)).filter(person=by, school=thing.school).exists()
    Echo.say(thing, words, by=by, corner=Corner.SCHOOL if works else Corner.HOME, at=at)


def _choose(people: People, row: Row, at: dt.datetime, now: dt.datetime) -> None:
    student = people[row["student"]]
    whom = usual(student, day_of(at))
    goal = Goal.choose(
        student, _place(row, student), row["text"], row.get("help", ""), whom, by=student, at=at
    )
    for number, step in enumerate(row.get("steps", ()), 1):
        goal.move(step, by=student, at=min(at + number * A_STEP, now))

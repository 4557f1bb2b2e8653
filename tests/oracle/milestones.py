"""Lessons, and moments on the way of students, in the cast's world, each with canaries."""

import datetime as dt
from typing import TYPE_CHECKING

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.timeline.models import Milestone, MilestoneKind
from driehoek.features.timetable.models import Lesson
from tests.cast import NOW, Cast
from tests.oracle.canaries import Plant

if TYPE_CHECKING:
    from tests.oracle.life import Life

A_DAY = dt.timedelta(days=1)


def mark_ways(cast: Cast, plant: Plant) -> dict[str, Milestone]:
    """Told home long ago, only just, and never; of a minor with two homes, and of students of 17 and 18."""
    of_adam = (cast.adam, cast.kompas, cast.dijk)
    return {
        "Adam long ago": _mark(plant, *of_adam, at=NOW - 3 * A_DAY),
        "Adam just now": _mark(plant, *of_adam, at=NOW),
        "Adam by himself": _mark(plant, cast.adam, cast.kompas, cast.adam, at=NOW - A_DAY),
        "Adam for school": _mark(plant, cast.adam, cast.kompas, cast.adam, at=NOW - A_DAY, for_home=False),
        "Dewi long ago": _mark(plant, cast.dewi, cast.delta, cast.youssef, at=NOW - 3 * A_DAY),
        "Kevin long ago": _mark(plant, cast.kevin, cast.delta, cast.wendy, at=NOW - 3 * A_DAY),
        "Kevin at work": _mark(
            plant, cast.kevin, cast.delta, cast.wendy, at=NOW - 4 * A_DAY, kind=MilestoneKind.INTERNSHIP
        ),
    }


def _mark(
    plant: Plant,
    student: Person,
    school: School,
    by: Person,
    *,
    at: dt.datetime,
    for_home: bool = True,
    kind: MilestoneKind = MilestoneKind.REACHED,
) -> Milestone:
    title, words = (
        plant(f"{part} of {student.given_name} by {by.given_name} {at} {for_home}") for part in "ab"
    )
    said = {
        "kind": kind, "title": f"Klaar met {title}", "words": f"Het was {words}.",
        "place": "", "starts_on": at.date(), "ends_on": None,
    }  # fmt: skip
    marked = Milestone.add(student, school, said, by=by, at=at, for_home=for_home)
    for token in (title, words):
        plant.belongs("milestone", marked.pk, token)
    return marked


def plan_lessons(cast: Cast, plant: Plant) -> dict[str, Lesson]:
    """On the day of the cast itself, and in two schools, each with a canary for its subject."""
    groups = {"1B": cast.klas_1b, "Zorg 2A": cast.zorg_2a, "Lassen 2": cast.lassen_2}
    planned = {}
    for name, group in groups.items():
        subject = plant(f"lesson of {name}")
        planned[name] = Lesson.objects.create(
            group=group, weekday=NOW.isoweekday(), starts_at=dt.time(10), ends_at=dt.time(11),
            subject=subject, starts_on=NOW.date() - 30 * A_DAY,
        )  # fmt: skip
        plant.belongs("lesson", planned[name].pk, subject)
    return planned


def milestones(life: "Life") -> list[tuple[object, ...]]:
    """Their addresses."""
    return [(milestone.pk,) for milestone in life.milestones.values()]

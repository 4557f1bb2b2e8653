"""The same as samples.py, for the way of older students: their lessons, and what they reached."""

from collections.abc import Callable

from tests.cast import NOW
from tests.oracle.life import Life

Arguments = tuple[object, ...]


def adam(life: Life) -> Arguments:
    return (life.cast.adam.pk,)


def klas_1b(life: Life) -> Arguments:
    return (life.cast.klas_1b.pk,)


def lesson(life: Life) -> Arguments:
    """Of his class, today."""
    return (life.lessons["1B"].pk, NOW.date())


def milestone(life: Life) -> Arguments:
    """By his mentor, long enough ago for home."""
    return (life.milestones["Adam long ago"].pk,)


ON_THE_WAY: dict[Callable[[Life], Arguments], str] = {
    adam: "children:timeline timeline:new timetable:student",
    klas_1b: "timetable:group",
    lesson: "timetable:lesson",
    milestone: "timeline:change timeline:removal",
}

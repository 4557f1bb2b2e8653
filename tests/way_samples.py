"""The same as samples.py, for the way of older students: their lessons, and what they reached."""

from collections.abc import Callable

from driehoek.facts.looking.weeks import Week
from driehoek.features.noticing.models import TalkRule, What
from tests.cast import NOW
from tests.oracle.life import Life

Arguments = tuple[object, ...]


def adam(life: Life) -> Arguments:
    return (life.cast.adam.pk,)


def week_of_adam(life: Life) -> Arguments:
    """That came home last, to his father."""
    return (life.cast.adam.pk, Week.of(NOW.date()).before.name)


def klas_1b(life: Life) -> Arguments:
    return (life.cast.klas_1b.pk,)


def lesson(life: Life) -> Arguments:
    """Of his class, today."""
    return (life.lessons["1B"].pk, NOW.date())


def milestone(life: Life) -> Arguments:
    """By his mentor, long enough ago for home."""
    return (life.milestones["Adam long ago"].pk,)


def talk_rule(life: Life) -> Arguments:
    """Of De Vlieger, by its head."""
    by = {"by": life.cast.joris, "at": NOW}
    TalkRule.decide(life.cast.vlieger, 0, What.LATE, times=4, weeks=4, **by)
    return (TalkRule.objects.get(school=life.cast.vlieger, layer=0, what=What.LATE).pk,)


def vlieger(life: Life) -> Arguments:
    return (life.cast.vlieger.pk,)


def two_questions(life: Life) -> Arguments:
    """To the parents of De Vlieger, since yesterday."""
    return (life.pulse.sides["De Vlieger running guardians"].pk,)


def running_round(life: Life) -> Arguments:
    return (life.pulse.sides["De Vlieger running guardians"].round_id,)


def coming_round(life: Life) -> Arguments:
    return (life.pulse.sides["De Vlieger to come guardians"].round_id,)


def round_over(life: Life) -> Arguments:
    return (life.pulse.sides["De Vlieger over guardians"].round_id,)


def assignment(life: Life) -> Arguments:
    """Of Adam, which home has too."""
    return (life.cast.adam.pk, life.careers.assignments["Adam"].pk)


def task(life: Life) -> Arguments:
    return (life.cast.klas_1b.pk, "werkdag")


def outcome(life: Life) -> Arguments:
    """What Adam says about it."""
    return (life.careers.outcomes["Adam by Adam"].pk,)


ON_THE_WAY: dict[Callable[[Life], Arguments], str] = {
    adam: "career:list children:timeline timeline:new timetable:student inviting:student"
    " inviting:setting_aside absences:overview",
    week_of_adam: "children:week children:week_telling",
    klas_1b: "timetable:group career:desk",
    assignment: "career:assignment career:sheet",
    task: "career:sheets career:taking_back",
    outcome: "career:bringing career:removal",
    lesson: "timetable:lesson",
    talk_rule: "noticing:rule_removal",
    vlieger: "noticing:rules pulse:new",
    two_questions: "pulse:answer",
    running_round: "pulse:round pulse:removal",
    coming_round: "pulse:change",
    round_over: "publishing:outcome",
    milestone: "timeline:change timeline:removal",
}

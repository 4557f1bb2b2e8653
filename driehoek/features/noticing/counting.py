"""Counting what happened beside the rules of a school, when somebody looks. It knows facts with a day, and
nothing of who a student is; what comes out is a rule with its facts, and no number of anybody."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.functional import Promise

from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.schools.layers import WHOLE_SCHOOL
from driehoek.features.noticing.models import Invitation, SetAside, TalkRule
from driehoek.features.noticing.models.talk_rule import LONGEST

Place = tuple[int, int]  # a student, at a school


@dataclass(frozen=True)
class Fact:
    """One thing that happened: "te laat bij Wiskunde", on its day."""

    student: int
    school: int
    what: str
    day: dt.date
    words: str | Promise
    series: str = ""  # what counts apart, such as one subject

    @property
    def place(self) -> Place:
        return self.student, self.school


@dataclass(frozen=True)
class Pattern:
    """A rule of the school, and what happened as often as it says; the newest first."""

    rule: TalkRule
    facts: list[Fact]


@dataclass
class Answered:
    """Until which day what happened has had an answer: she set it aside, or home was invited to talk."""

    aside: dict[tuple[Place, str], dt.date] = field(default_factory=dict)
    invited: dict[Place, dt.date] = field(default_factory=dict)

    @classmethod
    def of(cls, viewer: Viewer, students: Iterable[int]) -> "Answered":
        known, students = cls(), list(students)
        mine = SetAside.objects.visible_to(viewer).filter(student__in=students).order_by("day")
        for student, school, what, day in mine.values_list("student", "school", "what", "day"):
            known.aside[(student, school), what] = day
        sent = Invitation.objects.visible_to(viewer).filter(student__in=students).order_by("day")
        known.invite(((student, school), day) for student, school, day in sent.values_list(*PLACE, "day"))
        return known

    def invite(self, days: Iterable[tuple[Place, dt.date]]) -> None:
        """By a word of hers, or by a talk that stands."""
        for place, day in days:
            self.invited[place] = max(day, self.invited.get(place, day))

    def until(self, place: Place, what: str) -> dt.date:
        return max(self.aside.get((place, what), dt.date.min), self.invited.get(place, dt.date.min))


PLACE = ("student", "school")


def looks_back(today: dt.date) -> dt.date:
    """The day before the first that any rule may count."""
    return today - dt.timedelta(weeks=LONGEST)


def rules_of(viewer: Viewer, schools: Iterable[int]) -> dict[int, list[TalkRule]]:
    """By school, in the order a page says them."""
    found = defaultdict[int, list[TalkRule]](list)
    seen = TalkRule.objects.visible_to(viewer).filter(school__in=list(schools)).select_related("school")
    for rule in sorted(seen, key=lambda rule: rule.order):
        found[rule.school_id].append(rule)
    return found


def rules_for(rules: Iterable[TalkRule], layer: int | None) -> list[TalkRule]:
    """Those of one layer; where it has none of its own, that of the whole school."""
    chosen: dict[str, TalkRule] = {}
    for rule in sorted(rules, key=lambda rule: rule.order):
        if rule.layer in (WHOLE_SCHOOL, layer):
            chosen[rule.what] = rule
    return list(chosen.values())


def patterns(
    rules: Iterable[TalkRule], facts: Iterable[Fact], place: Place, answered: Answered, today: dt.date
) -> list[Pattern]:
    """The rules that what happened to one student at one school meets today."""
    facts = [fact for fact in facts if fact.place == place]
    found = (_pattern(rule, facts, answered.until(place, rule.what), today) for rule in rules)
    return [pattern for pattern in found if pattern]


def _pattern(rule: TalkRule, facts: list[Fact], until: dt.date, today: dt.date) -> Pattern | None:
    after = max(rule.counts_from(today), until)
    series = defaultdict[str, list[Fact]](list)
    for fact in sorted(facts, key=lambda fact: fact.day, reverse=True):
        if fact.what == rule.what and after < fact.day <= today:
            series[fact.series].append(fact)
    enough = [some for some in series.values() if len(some) >= rule.times]
    return Pattern(rule, [fact for some in enough for fact in some]) if enough else None

"""To whom somebody at home can put a question: the team of a child, of some sisters and brothers, the mentor
of a student who keeps what school says to herself, or the colleague who helps with the portal."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.rules.talking import TALKS_SELF_AT
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.clock import day_in_words
from driehoek.base.core.text import listed
from driehoek.facts.people.ages import born_after
from driehoek.facts.people.models import Person
from driehoek.facts.schools.hours import Closed, holidays_of_each
from driehoek.facts.schools.models import School
from driehoek.features.conversations.models import Team
from driehoek.features.conversations.team import (
    Colleague,
    Place,
    answer_day,
    key_users_of,
    names_of,
    teams_of,
)

MOST_FACES = 3


@dataclass(frozen=True)
class Address:
    """One line to choose from: about whom, and who will read it."""

    school: School
    children: tuple[Person, ...]
    team: Team
    readers: tuple[Colleague, ...]
    answer_by: str
    tells_school: bool = False  # two children at two schools: the name of the school helps

    @property
    def key(self) -> str:
        """How a form names it: "3-77", "3-77-78", "3-help"."""
        tail = "-".join(str(child.pk) for child in self.children) if self.children else "help"
        return f"{self.school.pk}-{tail}"

    @property
    def is_by_law(self) -> bool:
        """How she is doing: the student reads along, and the mentor alone of school."""
        return self.team == Team.MENTOR

    @property
    def label(self) -> str:
        if not self.children:
            return _("Hulp met Driehoek")
        return listed(child.given_name for child in self.children)

    @property
    def faces(self) -> list[Person]:
        """Of those who read it, so that she sees to whom she writes."""
        return list(dict.fromkeys(reader.person for reader in self.readers))[:MOST_FACES]

    @property
    def readers_in_words(self) -> str:
        return names_of(self.readers)


Line = tuple[Place, Team, list[Colleague]]  # before it is known when they answer


def addresses(viewer: Viewer) -> list[Address]:
    """Every one, the children first, then children together, then help; per school. At the end those of whom
    a guardian may ask only how they are doing."""
    lines, day = [*_to_teams(viewer), *_to_mentors(viewer)], viewer.today
    schools = {place[0].pk: place[0] for place, _team, _readers in lines}
    closed = holidays_of_each(schools, day) if schools else {}
    return [
        Address(*place, team, tuple(readers), _answer_by(readers, closed[place[0].pk], day), len(schools) > 1)
        for place, team, readers in lines
    ]


def _to_teams(viewer: Viewer) -> list[Line]:
    places, day = (
        _places(viewer, list(rows(Person, viewer, may="ask_about").order_by("-birth_date"))),
        viewer.today,
    )
    if not places:
        return []
    schools = {school.pk: school for school, _children in places}
    places = places + _together(places, viewer)
    lines = [(place, Team.CHILD, team) for place, team in zip(places, teams_of(places, day), strict=True)]
    helpers = key_users_of(schools, day)
    for key, school in schools.items():
        if readers := [helper for helper in helpers if helper.school == key]:
            lines.append(((school, ()), Team.HELP, readers))
    return lines


def _to_mentors(viewer: Viewer) -> list[Line]:
    """Where what school says is kept from her the law lets her ask; without a mentor, by telephone."""
    if not (untold := viewer.decides_for() - viewer.hears_of()):
        return []
    places = _places(viewer, list(rows(Person, viewer, may="ask_mentor").filter(pk__in=untold)))
    mentors = [[one for one in team if one.is_mentor] for team in teams_of(places, viewer.today)]
    return [(place, Team.MENTOR, some) for place, some in zip(places, mentors, strict=True) if some]


def may_ask(viewer: Viewer) -> bool:
    """Whether there is a child to ask about, or she is old enough to ask: told from her seats, so that a page
    asks nothing for it. School is spoken to under her own hat."""
    if viewer.decides_for() & viewer.hears_of() or _has_minor(viewer):
        return True
    youngest = born_after(viewer.today, TALKS_SELF_AT)
    own = (seat.student_born for seat in viewer.seats if seat.role == Role.STUDENT)
    return any(born is not None and born <= youngest for born in own)


def _has_minor(viewer: Viewer) -> bool:
    """She answers for somebody of whom the law lets her ask how she is doing."""
    hers, of_age = viewer.decides_for() & viewer.wards(), born_after(viewer.today, 18)
    born = (seat.student_born for seat in viewer.seats if seat.student_id in hers)
    return any(one is None or one > of_age for one in born)


def _places(viewer: Viewer, children: list[Person]) -> list[Place]:
    """Each of these children, once for each school where it sits."""
    seats = {(seat.student_id, seat.school_id): seat for seat in viewer.seats if seat.school_id}
    return [
        (seat.school, (child,))
        for child in children
        for (student, _school), seat in seats.items()
        if student == child.pk and seat.school
    ]


def _together(places: list[Place], viewer: Viewer) -> list[Place]:
    """Children at one school whose guardians are exactly the same adults: one question may be about all."""
    guardians = _guardians(viewer, [child.pk for _school, children in places for child in children])
    alike: dict[tuple[int, frozenset[int]], list[Place]] = defaultdict(list)
    for school, children in places:
        alike[school.pk, guardians[children[0].pk]].append((school, children))
    return [
        (group[0][0], tuple(child for _school, children in group for child in children))
        for group in alike.values()
        if len(group) > 1
    ]


def _guardians(viewer: Viewer, children: Iterable[int]) -> dict[int, frozenset[int]]:
    seats = Seat.objects.on(viewer.today).filter(role=Role.GUARDIAN, student__in=list(children))
    found: dict[int, set[int]] = defaultdict(set)
    for student, person in seats.values_list("student", "person"):
        found[student].add(person)
    return defaultdict(frozenset, {student: frozenset(people) for student, people in found.items()})


def _answer_by(readers: Iterable[Colleague], closed: Closed, day: dt.date) -> str:
    return day_in_words(answer_day(readers, closed, day), today=day)

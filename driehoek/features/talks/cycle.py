"""Who was not spoken to yet: the talks of a school year beside what the school set itself."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.rules.children import LEADERS, pupils_of
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import GROUP_FUNCTIONS, Enrolment, Group, GroupKind, School
from driehoek.features.talks.ahead import own_or_first
from driehoek.features.talks.confirming import unconfirmed
from driehoek.features.talks.models import CycleStep, Talk
from driehoek.features.talks.seated import sides


@dataclass(frozen=True)
class Due:
    """One talk that this student should have, and the talk that it is."""

    step: CycleStep
    talk: Talk | None
    is_late: bool = False  # its month is over


@dataclass(frozen=True)
class Line:
    """One student of the list."""

    student: Person
    talks: list[Talk]  # of this school year, the newest last
    due: list[Due]
    viewer: Viewer

    @property
    def is_spoken_to(self) -> bool:
        return any(talk.is_over(self.viewer.now) for talk in self.talks)

    @property
    def coming(self) -> Talk | None:
        """Her own when there are two."""
        return own_or_first(self._ahead, self.viewer)

    @property
    def others(self) -> list[Talk]:
        """What comes beside that one."""
        first = self.coming
        return [talk for talk in self._ahead if talk != first]

    @property
    def _ahead(self) -> list[Talk]:
        return [talk for talk in self.talks if not talk.is_over(self.viewer.now)]

    @property
    def ready(self) -> set[str]:
        """The corners that are ready for the talk that comes: of home, of whoever can still read it."""
        here = [side for side in self.coming.sides.all() if not side.is_shut] if self.coming else []
        corners = {side.corner for side in here}
        return {c for c in corners if all(side.is_ready for side in here if side.corner == c)}

    @property
    def child(self) -> bool:
        return Corner.CHILD in self.ready

    @property
    def home(self) -> bool:
        return Corner.HOME in self.ready

    @property
    def school(self) -> bool:
        return Corner.SCHOOL in self.ready

    @property
    def missing(self) -> list[CycleStep]:
        """Steps whose month has come, without any talk for them."""
        return [due.step for due in self.due if due.talk is None]


@dataclass(frozen=True)
class GroupLines:
    group: Group
    lines: list[Line]

    @property
    def not_yet(self) -> list[Line]:
        return [line for line in self.lines if not line.is_spoken_to]

    @property
    def spoken(self) -> list[Line]:
        return [line for line in self.lines if line.is_spoken_to]


class Overview:
    """Per group: for a mentor her own, for a leader all of the school. The same few questions for all."""

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer

    @cached_property
    def groups(self) -> list[GroupLines]:
        places = self._places
        pupils = {place.student_id for place in places}
        talks, steps = self._talks(pupils), self._steps({place.group.school_id for place in places})
        found: dict[Group, list[Line]] = defaultdict(list)
        for place in places:
            mine = [t for t in talks[place.student_id] if self._is_of(t, place.group)]
            due = self._due(steps[place.group.school_id, place.group.layer], mine)
            found[place.group].append(Line(place.student, mine, due, self.viewer))
        return [GroupLines(group, found[group]) for group in sorted(found, key=lambda group: group.order)]

    @cached_property
    def unconfirmed(self) -> list[Talk]:
        """Where something was agreed that waits for her yes."""
        agreed = unconfirmed(self.viewer).values("talk")
        seen = Talk.objects.visible_to(self.viewer).filter(pk__in=agreed)
        return list(seen.select_related("student__portrait", "cancellation").order_by("moment", "pk"))

    @cached_property
    def asked_along(self) -> list[Talk]:
        """Talks of others that she comes to, because a colleague asked her; of the last weeks too."""
        found = Talk.objects.where(self.viewer, may="sit_along")
        return list(found.select_related("student", "cancellation").order_by("moment", "pk"))

    @cached_property
    def schools(self) -> list[School]:
        """Of which she may say what talks a year has."""
        return list(rows(School, self.viewer, may="speak_for").order_by("name"))

    @property
    def _places(self) -> list[Enrolment]:
        me = self.viewer
        mine = Q(group__in=me.groups(functions=GROUP_FUNCTIONS))
        mine |= Q(group__school__in=me.schools(functions=LEADERS))
        here = Enrolment.objects.on(me.today).filter(mine, student__in=pupils_of(me))
        here = here.filter(group__kind=GroupKind.CLASS)
        found = here.select_related("student__portrait", "group__school", "group__year")
        return list(found.order_by("student__given_name", "pk"))

    def _talks(self, pupils: Collection[int]) -> dict[int, list[Talk]]:
        seen = Talk.objects.visible_to(self.viewer).standing().filter(student__in=pupils)
        found: dict[int, list[Talk]] = defaultdict(list)
        at_table = sides(self.viewer.today)
        for talk in seen.joined().prefetch_related(at_table).order_by("moment", "pk"):
            found[talk.student_id].append(talk)
        return found

    def _steps(self, schools: Collection[int]) -> dict[tuple[int, int | None], list[CycleStep]]:
        found: dict[tuple[int, int | None], list[CycleStep]] = defaultdict(list)
        for step in CycleStep.objects.visible_to(self.viewer).filter(school__in=schools):
            found[step.school_id, step.layer].append(step)
        return found

    def _is_of(self, talk: Talk, group: Group) -> bool:
        in_year = group.year.starts_on <= day_of(talk.moment) <= group.year.ends_on
        return talk.school_id == group.school_id and in_year

    def _due(self, steps: list[CycleStep], talks: list[Talk]) -> list[Due]:
        """Each step with the talk of its kind: the first for the first."""
        left = list(talks)
        due = []
        for step in sorted(steps, key=lambda step: step.order):
            talk = next((talk for talk in left if talk.kind == step.kind), None)
            if talk:
                left.remove(talk)
            if talk or step.is_due(self.viewer.today):
                due.append(Due(step, talk))
        return due

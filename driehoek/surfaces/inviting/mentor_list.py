"""The quiet list of a mentor: by class, for whom a rule of the school says that a talk may help."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.rules.inviting import mentored_by
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment, Group, School
from driehoek.features.noticing.counting import (
    Answered,
    Pattern,
    looks_back,
    patterns,
    rules_for,
    rules_of,
)
from driehoek.features.noticing.models import SetAside
from driehoek.features.talks.models import Talk
from driehoek.surfaces.inviting.facts import facts_of


@dataclass(frozen=True)
class Line:
    """One student, with what the mentor may know of these weeks."""

    student: Person
    group: Group
    patterns: list[Pattern]

    @property
    def whats(self) -> list[str]:
        return [pattern.rule.what for pattern in self.patterns]


class MentorList:
    """Counted when she looks, with the same few questions for a class as for one student."""

    def __init__(self, viewer: Viewer, student: Person | None = None) -> None:
        self.viewer, self.student = viewer, student

    @cached_property
    def lines(self) -> list[Line]:
        """Everybody whom she mentors, whether there is something or not."""
        students = {place.student_id for place in self._places}
        rules = rules_of(self.viewer, {place.group.school_id for place in self._places})
        facts = facts_of(students, self.viewer, after=looks_back(self.viewer.today)) if rules else []
        answered = self._answered(students)
        return [
            Line(
                place.student,
                place.group,
                patterns(
                    rules_for(rules[place.group.school_id], place.group.layer), facts,
                    (place.student_id, place.group.school_id), answered, self.viewer.today,
                ),
            )
            for place in self._places
        ]  # fmt: skip

    @property
    def groups(self) -> list[tuple[Group, list[Line]]]:
        """By class, those of whom there is something to say."""
        found = defaultdict[Group, list[Line]](list)
        for line in self.lines:
            found[line.group] += [line] if line.patterns else []
        return sorted(found.items(), key=lambda one: one[0].order)

    @cached_property
    def _places(self) -> list[Enrolment]:
        """Once at each school, in the first of her groups there."""
        known = rows(Person, self.viewer, may="invite")
        known = known.filter(pk=self.student.pk) if self.student else known
        sits = mentored_by(self.viewer).filter(student__in=known.values("pk"))
        sits = sits.select_related("student__portrait", "group__school")
        found: dict[tuple[int, int], Enrolment] = {}
        for place in sits.order_by("student__given_name", "student__family_name", "pk"):
            found.setdefault((place.student_id, place.group.school_id), place)
        return list(found.values())

    def _answered(self, students: set[int]) -> Answered:
        """By herself, or by a talk: what was before it is for that talk."""
        answered = Answered.of(self.viewer, students)
        talks = Talk.objects.visible_to(self.viewer).standing().filter(student__in=students)
        answered.invite(
            ((student, school), day_of(moment))
            for student, school, moment in talks.values_list("student", "school", "moment")
        )
        return answered


class StudentPage(MentorList):
    """One student, for her mentor: the rules that are met, the facts, and what she did before."""

    def __init__(self, student: Person, viewer: Viewer) -> None:
        super().__init__(viewer, student)

    @property
    def line(self) -> Line:
        return self.lines[0]

    @property
    def school(self) -> School:
        return self.line.group.school

    @cached_property
    def set_aside(self) -> list[SetAside]:
        """Her own, the newest first."""
        mine = SetAside.objects.visible_to(self.viewer).filter(student=self.student)
        return list(mine.order_by("-day", "-pk"))

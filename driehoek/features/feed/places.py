"""Where someone may put a post: with her groups, in the room of one child, or before her whole school."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Model

from driehoek.backbone.access.models import AudienceLine, Role
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.ages import born_after
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import GROUP_FUNCTIONS, Enrolment, Group, School, Sector

READS_HERSELF_AT = 12  # years: news about her alone goes to her too
READ_THEMSELVES = (Sector.SECONDARY, Sector.VOCATIONAL)  # schools whose students do so, whatever their age


def key_of(*, school: int | None = None, group: int | None = None, student: int | None = None) -> str:
    """The narrowest of these."""
    if group:
        return f"group-{group}"
    return f"child-{student}" if student else f"school-{school}"


def is_room(key: str) -> bool:
    """Whether this is the key of the room of one child."""
    return key.startswith("child-")


@dataclass(frozen=True)
class Place:
    """One group, one child, or without either the whole school."""

    school: School
    group: Group | None = None
    student: Person | None = None

    @property
    def key(self) -> str:
        """How a form names this place: "group-5", "child-77", "school-3"."""
        return key_of(
            school=self.school.pk,
            group=self.group.pk if self.group else None,
            student=self.student.pk if self.student else None,
        )

    @property
    def name(self) -> str:
        if self.group:
            return self.group.name
        return self.student.name if self.student else self.school.name

    @property
    def purpose(self) -> Purpose:
        """For which readers a photo is that is shown here."""
        return Purpose.CLASS_APP if self.group or self.student else Purpose.SCHOOL_APP

    def groups(self, day: dt.date) -> list[Group]:
        """Whose children may be on a photo from here: of this group, of the child's groups, or of all."""
        if self.group:
            return [self.group]
        present = Enrolment.objects.on(day).filter(group__school=self.school)
        if self.student:
            present = present.filter(student=self.student)
        return list(Group.objects.filter(pk__in=present.values("group")))

    def reaches_students(self, day: dt.date) -> bool:
        """Whether what is said here that day goes to students too, unless its author wants otherwise. Of a
        child in primary school whose birth date is missing it does not."""
        if self.school.sector in READ_THEMSELVES:
            return True
        born = self.student.birth_date if self.student else None
        return born is not None and born <= born_after(day, READS_HERSELF_AT)

    def is_read_by_her(self, day: dt.date) -> bool:
        """The room of a student who reads herself: of her nothing is said there that she cannot read."""
        return self.student is not None and self.reaches_students(day)

    def lines(self, *, with_students: bool) -> list[AudienceLine]:
        """For whom a post in this place is: guardians, all staff of a school, and students if wanted."""
        if self.group:
            roles, scope = [Role.GUARDIAN], dict[str, Model](group=self.group)
        elif self.student:
            roles, scope = [Role.GUARDIAN], dict[str, Model](student=self.student)
        else:
            roles, scope = [Role.GUARDIAN, Role.STAFF], dict[str, Model](school=self.school)
        roles += [Role.STUDENT] if with_students else []
        return [AudienceLine(role=role, **scope) for role in roles]


def places(viewer: Viewer) -> list[Place]:
    """Every place this viewer may address, the likeliest first."""
    return [*_groups(viewer), *_schools(viewer), *_rooms(viewer)]


def _groups(viewer: Viewer) -> list[Place]:
    groups = rows(Group, viewer, may="work_with").filter(year__ends_on__gte=viewer.today)
    own = viewer.groups(functions=GROUP_FUNCTIONS)
    sorted_groups = sorted(groups.select_related("school"), key=lambda g: (g.pk not in own, g.order))
    return [Place(group.school, group=group) for group in sorted_groups]


def _schools(viewer: Viewer) -> list[Place]:
    return [Place(school) for school in rows(School, viewer, may="speak_for").order_by("name")]


def _rooms(viewer: Viewer) -> list[Place]:
    """The children she teaches, not the hundreds of a school she leads."""
    taught = Enrolment.objects.on(viewer.today).filter(group__in=viewer.groups(functions=GROUP_FUNCTIONS))
    visible = rows(Person, viewer, may="see").values("pk")
    enrolments = taught.filter(student__in=visible).select_related("student", "group__school")
    rooms = {row.student_id: Place(row.group.school, student=row.student) for row in enrolments}
    return sorted(rooms.values(), key=lambda place: place.name)

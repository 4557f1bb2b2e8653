"""Groups, who sits in them and who works for them."""

from django.utils.translation import gettext as _

from driehoek.facts.schools.models import SchoolYear
from driehoek.facts.schools.roster_import.known import Known, KnownRow
from driehoek.facts.schools.roster_import.people_changes import PeopleChanges
from driehoek.facts.schools.roster_import.plan import Plan
from driehoek.facts.schools.roster_import.roster import RosterAppointment, RosterGroup, SchoolRoster

POWERS = ("head", "office")  # functions that open a whole school


class GroupChanges:
    """Compares groups, enrolments and appointments of one school."""

    def __init__(self, part: SchoolRoster, known: Known, plan: Plan, people: PeopleChanges) -> None:
        self.part, self.known, self.plan, self.people = part, known, plan, people
        self.placed: set[tuple[object, ...]] = set()  # new places; two keys may stand for one person
        self.year = plan.year.pk if isinstance(plan.year, SchoolYear) else None

    def compare(self) -> None:
        for group in self.part.groups.values():
            if group.key not in self.people.held:
                self._group(group)
        self._new_enrolments()
        self._ended_enrolments()
        if self.part.appointments:
            self._new_appointments()
            self._ended_appointments()

    def _group(self, group: RosterGroup) -> None:
        """A key that had a group last year gets a new one: old news stays with the old class."""
        known = self.known.groups.get(group.key)
        if known is None or known.year != self.year:
            self.plan.new_groups[group.key] = group
            self.plan.name("groups.added", group.name)
            if known is not None:
                self.plan.renewed_groups.add(group.key)
        elif (known.name, known.kind) != (group.name, group.kind):
            self.plan.changed_groups[known.id] = {"name": group.name, "kind": group.kind}
            self.plan.name("groups.changed", f"{known.name} → {group.name}")

    def _group_id(self, key: str) -> int | None:
        known = self.known.groups.get(key)
        return None if known is None or key in self.plan.new_groups else known.id

    def _new_enrolments(self) -> None:
        for row in self.part.enrolments:
            if self._is_held(row.student, row.group) or row.student not in self.part.students:
                continue
            student = self.people.person_id(row.student)
            place = (student or row.student, row.group)
            if (student, self._group_id(row.group)) not in self.known.enrolments and place not in self.placed:
                self.placed.add(place)
                since = row.begins or self.plan.since
                self.plan.new_enrolments[row.student, row.group] = since
                self.plan.name(
                    "enrolments.added", f"{self.people.text(row.student)}, {self.part.groups[row.group].name}"
                )

    def _ended_enrolments(self) -> None:
        """Of groups and people the roster knows. What the office entered by hand stays."""
        said = {
            (self.people.person_id(row.student), self._group_id(row.group)) for row in self.part.enrolments
        }
        for (student, group), row in self.known.enrolments.items():
            key, group_key = self.known.key_of.get(student), self.known.group_key_of.get(group)
            if row.source != "import" or key is None or group_key is None or (student, group) in said:
                continue
            if not self._is_held(key, group_key):
                self.plan.ended_enrolments.append(row)
                who = self.people.named(self.known.people[key])
                self.plan.name("enrolments.ended", f"{who}, {self.known.groups[group_key].name}")
        self._ask_about_leavers()

    def _ask_about_leavers(self) -> None:
        """More than one student in twenty gone: that is more often a broken export than a removal."""
        before = self.known.students()
        ended = {(row.person, row.group) for row in self.plan.ended_enrolments}
        staying = {who for who, group in self.known.enrolments if (who, group) not in ended}
        staying |= {self.people.person_id(student) or 0 for student, _group in self.plan.new_enrolments}
        leaving = before - staying
        for who in sorted(leaving):
            self.plan.name("people.ended", self.people.named(self.known.people[self.known.key_of[who]]))
        if len(leaving) * 20 > len(before):
            self.plan.asks["leavers"] = len(leaving)

    def _new_appointments(self) -> None:
        for row in self.part.appointments:
            if self._is_held(row.person, row.group) or row.person not in self.part.whole.people:
                continue
            who = self.people.person_id(row.person)
            place = (who or row.person, row.group, row.function)
            known = (who, self._group_id(row.group), row.function) in self.known.appointments
            if not known and place not in self.placed:
                self.placed.add(place)
                self.plan.new_appointments.append((row.person, row.group, row.function))
                self._name_appointment(row)
                if row.function in POWERS:
                    self.plan.asks["powers"] += 1

    def _name_appointment(self, row: RosterAppointment) -> None:
        where = self.part.groups[row.group].name if row.group else _("hele school")
        self.plan.name("appointments.added", f"{self.people.text(row.person)}, {where}")

    def _ended_appointments(self) -> None:
        said = {
            (self.people.person_id(row.person), self._group_id(row.group), row.function)
            for row in self.part.appointments
        }
        mine = [row for row in self.known.appointments.values() if self._is_the_rosters(row)]
        for row in mine:
            if (row.person, row.group, row.function) not in said:
                self.plan.ended_appointments.append(row)
                self.plan.name("appointments.ended", self.people.text(self.known.key_of[row.person]))
        gone = {row.person for row in self.plan.ended_appointments} - {who for who, *_rest in said}
        if len(gone) > 2 and len(gone) * 4 > len({row.person for row in mine}):
            self.plan.asks["staff_leavers"] = len(gone)

    def _is_the_rosters(self, row: KnownRow) -> bool:
        key = self.known.key_of.get(row.person, "")
        group_key = self.known.group_key_of.get(row.group, "") if row.group else ""
        known = bool(key) and (row.group is None or bool(group_key))
        return row.source == "import" and known and not self._is_held(key, group_key)

    def _is_held(self, key: str, group: str) -> bool:
        return key in self.people.held or group in self.people.held

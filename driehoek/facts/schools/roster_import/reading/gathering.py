"""Collects rows into a Roster: what occurs twice, points nowhere or cannot be read is named and left out."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from django.utils.translation import gettext as _

from driehoek.facts.schools.roster_import.reading import values
from driehoek.facts.schools.roster_import.reading.tables import Row
from driehoek.facts.schools.roster_import.roster import (
    Fault,
    Place,
    Roster,
    RosterAppointment,
    RosterEnrolment,
    RosterGroup,
    RosterGuardianship,
    RosterPerson,
    RosterRefused,
    RosterSchool,
)

MOST_FAULTS = 2_000  # kept by name; more than that and the file itself is wrong
FAULTY_FROM = 20  # rows; in a shorter file one bad row is not a pattern
Value = TypeVar("Value")
Thing = TypeVar("Thing", RosterPerson, RosterGroup)


class Gathering:
    """A Roster while it is being read."""

    def __init__(self, format: str, today: dt.date) -> None:
        self.roster = Roster(format=format)
        self.today = today
        self.rows: Counter[str] = Counter()
        self.bad: Counter[str] = Counter()
        self.left_people: set[str] = set()  # the file itself says that they are gone
        self.left_groups: set[str] = set()
        self.jobs: dict[str, set[str]] = {}  # what somebody does at the school as a whole

    # What is wrong ------------------------------------------------------------------------------
    def fault(self, place: Place, reason: str) -> None:
        if len(self.roster.faults) < MOST_FAULTS:
            self.roster.faults.append(Fault.at(place, reason))

    def note(self, place: Place, reason: str) -> None:
        if len(self.roster.notes) < MOST_FAULTS:
            self.roster.notes.append(Fault.at(place, reason))

    def spoil(self, place: Place, reason: str, *keys: str) -> None:
        """Leave this row out, and leave whoever it is about as they are."""
        self.fault(place, reason)
        self.bad[place.file] += 1
        known = [key for key in keys if key]
        self.roster.held.update(known)
        if not known:
            self.roster.blind += 1

    def doubt(self, place: Place, reason: str, key: str) -> None:
        """Such a row, of which a person must say what it means."""
        self.spoil(place, reason, key)
        self.roster.doubts += 1

    def optional(self, place: Place, read: Callable[[str], Value], raw: str, empty: Value) -> Value:
        """A value we can do without: when it is wrong it is named and left empty."""
        try:
            return read(raw)
        except values.BadValue as error:
            self.fault(place, str(error))
            return empty

    def usable(self, row: Row, key_column: str) -> str:
        """The key of this row, or "" after naming what is wrong with it."""
        self.rows[row.place.file] += 1
        try:
            key = values.key(row[key_column])
        except values.BadValue as error:
            self.spoil(row.place, str(error))
            return ""
        if not key:
            self.spoil(row.place, _("Het nummer ontbreekt op deze regel."))
        elif row["unreadable"]:
            self.spoil(row.place, _("Deze regel is niet te lezen."), key)
        elif row.ragged:
            self.spoil(row.place, _("Deze regel heeft te veel of te weinig kolommen."), key)
        else:
            return key
        return ""

    # What is said -------------------------------------------------------------------------------
    def school(self, school: RosterSchool) -> None:
        self.roster.schools.setdefault(school.key, school)

    def person(self, person: RosterPerson) -> None:
        self._once(self.roster.people, person)

    def group(self, group: RosterGroup) -> None:
        if not group.name:
            self.spoil(group.place, _("Deze groep heeft geen naam."), group.key)
        else:
            self._once(self.roster.groups, group)

    def _once(self, things: dict[str, Thing], thing: Thing) -> None:
        """The same row twice is no harm; the same key for something else is. A held key was named already."""
        before = things.get(thing.key)
        if before is None and thing.key not in self.roster.held:
            things[thing.key] = thing
        elif before is not None and before != replace(thing, place=before.place):
            del things[thing.key]
            reason = _("Dit nummer staat twee keer in het bestand, met andere gegevens (ook regel %(line)s).")
            self.spoil(thing.place, reason % {"line": before.place.line}, thing.key)

    def student(self, school: str, key: str) -> None:
        self.roster.students.setdefault(school, set()).add(key)

    def enrolment(self, row: RosterEnrolment) -> None:
        self.roster.enrolments.setdefault((row.student, row.group), row)

    def guardianship(self, row: RosterGuardianship) -> None:
        """Said twice: what says more wins, and a no to custody wins from a yes."""
        pair = (row.student, row.guardian)
        before = self.roster.guardianships.get(pair)
        if before is None or before.custody is None or (before.custody and row.custody is False):
            keep = before if before is not None and row.custody is None else row
            self.roster.guardianships[pair] = keep

    def appointment(self, row: RosterAppointment) -> None:
        self.roster.appointments.setdefault((row.person, row.school, row.function, row.group), row)

    # When all has been read ---------------------------------------------------------------------
    def finish(self) -> Roster:
        """Leave out what points nowhere. Raises RosterRefused when most of a file is wrong."""
        for file, bad in self.bad.items():
            if self.rows[file] >= FAULTY_FROM and bad > self.rows[file] / 2:
                reason = _("Meer dan de helft van de regels heeft een fout. Staan de kolommen goed?")
                raise RosterRefused(reason, file)
        self._drop_enrolments()
        for row in self.roster.enrolments.values():  # who sits in a school's class is its student
            self.student(self.roster.groups[row.group].school, row.student)
        self._drop_guardianships()
        self._drop_appointments()
        if not any(self.roster.students.values()):
            raise RosterRefused(_("In dit bestand staat geen enkele leerling."))
        return self.roster

    def _points(self, place: Place, reason: str, things: dict[str, Thing], key: str) -> bool:
        """Whether this key is in the file. One on a faulty row was named already; who left needs none."""
        if key in things:
            return True
        left = self.left_people if things is self.roster.people else self.left_groups
        if key not in self.roster.held | left:
            self.spoil(place, reason % {"key": key}, key)
        return False

    def _drop_enrolments(self) -> None:
        roster, no_student = self.roster, _("Leerling %(key)s staat niet in het bestand.")
        no_group = _("Groep %(key)s staat niet in het bestand.")
        roster.enrolments = {
            pair: row
            for pair, row in roster.enrolments.items()
            if self._points(row.place, no_student, roster.people, row.student)
            and self._group_or_hold(row, no_group)
        }

    def _group_or_hold(self, row: RosterEnrolment, reason: str) -> bool:
        """A child whose group is unknown keeps the group it had."""
        if self._points(row.place, reason, self.roster.groups, row.group):
            return True
        self.roster.held.add(row.student)
        return False

    def _drop_guardianships(self) -> None:
        roster, no_child = self.roster, _("Leerling %(key)s staat niet in het bestand.")
        no_adult = _("Verzorger %(key)s staat niet in het bestand.")
        roster.guardianships = {
            pair: row
            for pair, row in roster.guardianships.items()
            if self._points(row.place, no_child, roster.people, row.student)
            and self._points(row.place, no_adult, roster.people, row.guardian)
            and self._two_people(row)
        }

    def _two_people(self, row: RosterGuardianship) -> bool:
        if row.student != row.guardian:
            return True
        self.spoil(row.place, _("Iemand staat hier als verzorger van zichzelf."), row.student)
        return False

    def _drop_appointments(self) -> None:
        roster, no_person = self.roster, _("Medewerker %(key)s staat niet in het bestand.")
        no_group = _("Groep %(key)s staat niet in het bestand.")
        roster.appointments = {
            pair: row
            for pair, row in roster.appointments.items()
            if self._points(row.place, no_person, roster.people, row.person)
            and (not row.group or self._points(row.place, no_group, roster.groups, row.group))
        }

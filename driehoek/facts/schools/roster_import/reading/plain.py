"""A school's own CSV or workbook, read through chosen columns: students, their guardians, or staff.

Keys get the same word in front as in EDEXML, so a sheet of guardians finds the students of that file.
A guardian without a number of her own is known by the child and her name, never by her address.
"""

from django.utils.translation import gettext as _

from driehoek.facts.schools.roster_import.reading import edexml, functions, values
from driehoek.facts.schools.roster_import.reading.columns import Choices, missing
from driehoek.facts.schools.roster_import.reading.gathering import Gathering
from driehoek.facts.schools.roster_import.reading.tables import Row, Table
from driehoek.facts.schools.roster_import.roster import (
    Place,
    RosterAppointment,
    RosterEnrolment,
    RosterGroup,
    RosterGuardianship,
    RosterPerson,
    RosterRefused,
    RosterSchool,
)

GUARDIAN = "verzorger:"


def read(table: Table, chosen: Choices, gathering: Gathering) -> None:
    """One sheet into the gathering. Raises RosterRefused when the choices leave out what is needed."""
    if missing(chosen):
        raise RosterRefused(_("Kies eerst wat elke kolom betekent."), table.file, 1)
    gathering.school(RosterSchool(Place(table.file, 0), edexml.SCHOOL))
    reader = Sheet(table, chosen, gathering)
    for row in table.need(*chosen.values()):
        reader.read(row)


class Sheet:
    """Reads rows of one sheet through its chosen columns."""

    def __init__(self, table: Table, chosen: Choices, gathering: Gathering) -> None:
        self.columns = {field: column.lower() for field, column in chosen.items()}
        self.gathering = gathering
        self.names_students = "student.given" in chosen

    def cell(self, row: Row, field: str) -> str:
        return row[self.columns[field]] if field in self.columns else ""

    def read(self, row: Row) -> None:
        staff = "student.key" not in self.columns
        prefix, column = (edexml.STAFF, "staff.key") if staff else (edexml.STUDENT, "student.key")
        key = self.gathering.usable(row, self.columns[column])
        if not key:
            return
        try:
            if staff:
                self._staff(row, prefix + key)
                return
            if self.names_students:
                self._student(row, prefix + key)
            for part in ("guardian", "guardian2"):
                self._guardian(row, prefix + key, part)
        except values.BadValue as error:
            self.gathering.spoil(row.place, str(error), prefix + key)

    def _person(self, row: Row, key: str, part: str) -> RosterPerson:
        given = values.name(self.cell(row, f"{part}.given"))
        family = values.name(self.cell(row, f"{part}.family"))
        infix = values.name(self.cell(row, f"{part}.infix"), longest=20)
        if not given and not (part.startswith("guardian") and family):
            raise values.BadValue(_("De voornaam ontbreekt."))
        if not infix:
            infix, family = values.split_family_name(family)
        if not given:
            given, infix, family = " ".join(filter(None, (infix, family))), "", ""
        born = values.birth_date(self.cell(row, f"{part}.born"), self.gathering.today, "dutch")
        optional, place = self.gathering.optional, row.place
        email = optional(place, values.email, self.cell(row, f"{part}.email"), "")
        mobile = optional(place, values.mobile, self.cell(row, f"{part}.mobile"), "")
        language = self.cell(row, f"{part}.language").strip().lower()[:8]
        return RosterPerson(
            place, key, given, infix, family, birth_date=born, email=email, mobile=mobile, language=language
        )

    def _student(self, row: Row, key: str) -> None:
        """A student with two groups stands on two rows, the same but for the group."""
        student = self._person(row, key, "student")
        self.gathering.person(student)
        self.gathering.student(edexml.SCHOOL, key)
        group = self._group(row)
        if group:
            self.gathering.enrolment(RosterEnrolment(row.place, key, group))
        else:
            self.gathering.note(row.place, _("Deze leerling zit in geen groep."))

    def _group(self, row: Row) -> str:
        name = values.label(self.cell(row, "group.name"))
        if not name:
            return ""
        kind = functions.GROUPS.get(self.cell(row, "group.kind").strip().lower(), "class")
        key = "groep:" + name.lower()
        before = self.gathering.roster.groups.get(key)
        if before is None:
            self.gathering.group(RosterGroup(row.place, key, edexml.SCHOOL, name, kind))
        return key

    def _guardian(self, row: Row, student: str, part: str) -> None:
        if not (self.cell(row, f"{part}.given").strip() or self.cell(row, f"{part}.family").strip()):
            return
        adult = self._person(row, "", part)
        number = values.key(self.cell(row, f"{part}.key"))
        own = number or f"{student}/{adult.full_name.lower()}"
        adult = RosterPerson(
            row.place, GUARDIAN + values.key(own), adult.given_name, adult.infix, adult.family_name,
            email=adult.email, mobile=adult.mobile, language=adult.language,
        )  # fmt: skip
        relation = functions.RELATIONS.get(self.cell(row, f"{part}.relation").strip().lower() or "ouder")
        if relation is None:
            raise values.BadValue(_("Deze relatie kennen wij niet."))
        custody = values.answer(self.cell(row, f"{part}.custody"))
        self.gathering.person(adult)
        if relation:
            guardianship = RosterGuardianship(row.place, student, adult.key, relation, custody)
            self.gathering.guardianship(guardianship)

    def _staff(self, row: Row, key: str) -> None:
        """Somebody with two groups stands on two rows."""
        self.gathering.person(self._person(row, key, "staff"))
        function = functions.STAFF.get(self.cell(row, "staff.function").strip().lower())
        if function is None:
            self.gathering.note(row.place, _("Deze rol kennen wij niet. De persoon krijgt geen plek."))
            return
        whole_school = function in functions.WHOLE_SCHOOL
        group = "" if whole_school else self._group(row)
        if group or whole_school:
            self.gathering.appointment(RosterAppointment(row.place, key, edexml.SCHOOL, function, group))
        else:
            self.gathering.note(row.place, _("Deze medewerker heeft geen groep en krijgt nog geen plek."))

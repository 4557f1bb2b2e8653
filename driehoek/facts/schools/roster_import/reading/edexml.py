"""EDEXML 2.1 (Edustandaard): groups, students and staff of a Dutch school, as XML.

Element names: EDEXML.elementen.xsd of 2.1. It carries no guardians; those come from a second file.
Keys of students and staff are apart in EDEXML, so they are kept apart here by a word in front.
The reader is a SAX handler: it knows lines, and never holds the document.
"""

import datetime as dt
import xml.sax
from typing import IO
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

import defusedxml.sax
from defusedxml import DefusedXmlException
from django.utils.translation import gettext as _

from driehoek.facts.schools.roster_import.reading import functions, values
from driehoek.facts.schools.roster_import.reading.gathering import Gathering
from driehoek.facts.schools.roster_import.reading.packs import Member
from driehoek.facts.schools.roster_import.roster import (
    Place,
    RosterAppointment,
    RosterEnrolment,
    RosterGroup,
    RosterPerson,
    RosterRefused,
    RosterSchool,
    RosterYear,
)

SCHOOL = "edexml"  # the one school of the file
STUDENT = "leerling:"
STAFF = "leerkracht:"
DEEPEST = 12
RECORDS = {"school", "groep", "samengestelde_groep", "leerling", "leerkracht"}


def read(member: Member, gathering: Gathering) -> None:
    """The whole file into the gathering. Raises RosterRefused when it is no sound EDEXML."""
    handler = Handler(member.name, gathering)
    with member.open() as stream:
        _parse(stream, handler, member.name)
    if not handler.is_edex:
        raise RosterRefused(_("Dit is geen EDEXML-bestand."), member.name)


def _parse(stream: IO[bytes], handler: "Handler", file: str) -> None:
    try:
        defusedxml.sax.parse(stream, handler, forbid_dtd=True)
    except xml.sax.SAXParseException as error:
        reason = _("Vanaf deze regel is het bestand stuk. Is het heel aangekomen?")
        raise RosterRefused(reason, file, error.getLineNumber() or 0) from error
    except DefusedXmlException as error:
        raise RosterRefused(_("Dit bestand is niet veilig en wordt niet gelezen."), file) from error
    except (UnicodeError, ValueError, LookupError) as error:
        raise RosterRefused(
            _("In dit bestand staan onleesbare letters. Is het heel aangekomen?"), file
        ) from error


class Record:
    """One leerling, leerkracht or groep while its elements come by."""

    def __init__(self, tag: str, key: str, place: Place, depth: int) -> None:
        self.tag, self.key, self.place, self.depth = tag, key, place, depth
        self.texts: dict[str, str] = {}
        self.groups: list[str] = []
        self.roles: list[str] = []

    def __getitem__(self, tag: str) -> str:
        return self.texts.get(tag, "").strip()


class Handler(ContentHandler):
    """Turns elements into records, and records into rows of the gathering."""

    def __init__(self, file: str, gathering: Gathering) -> None:
        super().__init__()
        self.file, self.gathering = file, gathering
        self.path: list[str] = []
        self.record: Record | None = None
        self.letters: list[str] = []
        self.is_edex = False

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        if not self.path and name != "EDEX":
            raise RosterRefused(_("Dit is geen EDEXML-bestand."), self.file)
        self.is_edex = True
        self.path.append(name)
        self.letters = []
        if len(self.path) > DEEPEST:
            raise RosterRefused(_("Dit bestand is niet veilig en wordt niet gelezen."), self.file)
        if self.record is None and name in RECORDS and len(self.path) in (2, 3):
            line = self._locator.getLineNumber() or 0  # type: ignore[attr-defined]  # set by the parser
            self.record = Record(name, attrs.get("key", ""), Place(self.file, line), len(self.path))
        elif self.record is not None and name in ("groep", "samengestelde_groep"):
            self.record.groups.append(values.text(attrs.get("key", "")))

    def characters(self, content: str) -> None:
        if self.record is not None:
            self.letters.append(content)

    def endElement(self, name: str) -> None:
        record, depth = self.record, len(self.path)
        self.path.pop()
        if record is None:
            return
        if depth == record.depth:
            self.record = None
            self._finished(record)
        elif name in ("rol", "rolomschrijving"):
            record.roles.append("".join(self.letters).strip().lower())
        elif depth == record.depth + 1:
            record.texts[name] = "".join(self.letters)
        self.letters = []

    def _finished(self, record: Record) -> None:
        if record.tag == "school":
            _school(record, self.gathering)
            return
        self.gathering.rows[self.file] += 1
        try:
            record.key = values.key(record.key)
            if not record.key:
                raise values.BadValue(_("Het nummer ontbreekt op deze regel."))
            RECORD_READERS[record.tag](record, self.gathering)
        except values.BadValue as error:
            prefix = {"leerling": STUDENT, "leerkracht": STAFF}.get(record.tag, "")
            self.gathering.spoil(record.place, str(error), prefix + record.key if record.key else "")


def _school(record: Record, gathering: Gathering) -> None:
    branch = "" if record["dependancecode"] == "00" else record["dependancecode"]
    code = record["brincode"] + branch or record["instellingsnummer"] or record["schoolkey"]
    gathering.school(RosterSchool(record.place, SCHOOL, "", code))
    first, _dash, last = record["schooljaar"].partition("-")
    if first.isdigit() and last.isdigit() and 1990 < int(first) < 2200 and int(last) == int(first) + 1:
        starts, ends = dt.date(int(first), 8, 1), dt.date(int(last), 7, 31)
        gathering.roster.year = RosterYear(record["schooljaar"], starts, ends)


def _group(record: Record, gathering: Gathering) -> None:
    kind = "class" if record.tag == "groep" else "teaching"
    gathering.group(RosterGroup(record.place, record.key, SCHOOL, values.label(record["naam"]), kind))


def _person(record: Record, gathering: Gathering, key: str) -> RosterPerson:
    """EDEXML allows a first name alone, or initials with a family name."""
    given = values.name(record["roepnaam"]) or values.name(record["voornamen"]).split(" ")[0]
    initials = record["voorletters-1"]
    given = given or values.name(".".join(initials) + "." if initials else "")
    if not given:
        raise values.BadValue(_("De voornaam ontbreekt."))
    born = values.birth_date(record["geboortedatum"], gathering.today)
    email = gathering.optional(record.place, values.email, record["emailadres"], "")
    infix, family = values.name(record["voorvoegsel"], longest=20), values.name(record["achternaam"])
    return RosterPerson(record.place, key, given, infix, family, birth_date=born, email=email)


def _student(record: Record, gathering: Gathering) -> None:
    left = values.date(record["uitstroomdatum"])
    if left is not None and left < gathering.today:
        return
    key = STUDENT + record.key
    gathering.person(_person(record, gathering, key))
    gathering.student(SCHOOL, key)
    for group in record.groups:
        gathering.enrolment(RosterEnrolment(record.place, key, group))
    if not record.groups:
        gathering.note(record.place, _("Deze leerling zit in geen groep."))


def _staff(record: Record, gathering: Gathering) -> None:
    """A role counts for every group of this person. A parent who helps (OUD) does not work here."""
    key = STAFF + record.key
    gathering.person(_person(record, gathering, key))
    found = {functions.STAFF.get(role, "") for role in record.roles} - {""}
    if not record.roles:
        found = {"teacher"}  # the schema leaves the role out for an ordinary teacher
    for function in sorted(found):
        for group in record.groups if function not in functions.WHOLE_SCHOOL else [""]:
            gathering.appointment(RosterAppointment(record.place, key, SCHOOL, function, group))
    if not found:
        gathering.note(record.place, _("Deze rol kennen wij niet. De persoon krijgt geen plek."))


RECORD_READERS = {
    "groep": _group,
    "samengestelde_groep": _group,
    "leerling": _student,
    "leerkracht": _staff,
}

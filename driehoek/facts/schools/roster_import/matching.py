"""Which school, which person: by the roster's own keys, never by an e-mail address, never by a name alone."""

import unicodedata

from django.utils.translation import gettext as _

from driehoek.facts.schools.models import School
from driehoek.facts.schools.roster_import.known import Known, KnownPerson
from driehoek.facts.schools.roster_import.roster import (
    Roster,
    RosterPerson,
    RosterRefused,
    RosterSchool,
    SchoolRoster,
)


def part_for(roster: Roster, school: School) -> SchoolRoster:
    """What the roster says about this school. Raises RosterRefused when it is about another one."""
    found = [key for key, candidate in roster.schools.items() if is_same(candidate, school)]
    if len(found) > 1:
        raise RosterRefused(_("In dit bestand staat deze school twee keer."))
    if not found and len(roster.schools) == 1:
        candidate = next(iter(roster.schools.values()))
        if not candidate.name and (not candidate.code or not school.code):
            found = [candidate.key]
    if not found:
        reason = _("Dit bestand gaat niet over %(school)s.") % {"school": school.name}
        raise RosterRefused(reason)
    part = roster.of(found[0])
    if not part.students:
        reason = _("Voor %(school)s staat er geen enkele leerling in.") % {"school": school.name}
        raise RosterRefused(reason)
    return part


def is_same(candidate: RosterSchool, school: School) -> bool:
    """By the school's code, or by its whole name."""
    codes = {plain_code(candidate.code), plain_code(candidate.key)} - {""}
    if school.code and plain_code(school.code) in codes:
        return True
    return bool(candidate.name) and folded(candidate.name) == folded(school.name)


def plain_code(code: str) -> str:
    """BRIN without the branch number of the main location: 14XA00 is 14XA."""
    code = code.strip().upper()
    return code[:-2] if len(code) == 6 and code.endswith("00") else code


def folded(name: str) -> str:
    """A name without accents, capitals and signs, to compare by."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def is_someone_else(known: KnownPerson, said: RosterPerson) -> bool:
    """Whether the roster gave an old key to a new person.

    Another name with another birth date; without both dates, another given name with another family name.
    """
    if folded(known.full_name) == folded(said.full_name):
        return False
    if known.birth_date and said.birth_date:
        return known.birth_date != said.birth_date
    given, family = folded(known.given_name), folded(known.family_name)
    return given != folded(said.given_name) and family != folded(said.family_name)


class Lookalikes:
    """Children who are known already, under another key perhaps: same name, same birthday."""

    def __init__(self, known: Known, part: SchoolRoster) -> None:
        """Only those whose own key is gone from the roster: twins in name may both be in it."""
        here = {who.id for key, who in known.people.items() if key in part.students}
        students = known.students()
        self.found = {
            (folded(who.full_name), who.birth_date)
            for who in known.people.values()
            if who.id in students and who.id not in here
        }
        self.found |= {
            (folded(full), born) for _given, full, born, pk in known.names_of_guarded if pk not in here
        }

    def has(self, person: RosterPerson) -> bool:
        return (folded(person.full_name), person.birth_date) in self.found

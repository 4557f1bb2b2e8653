"""Who is new, who is called otherwise, and who only looks like someone we know."""

from typing import Any

from django.utils.translation import gettext as _

from driehoek.facts.schools.roster_import.known import Known, KnownPerson
from driehoek.facts.schools.roster_import.matching import Lookalikes, is_someone_else
from driehoek.facts.schools.roster_import.plan import PersonChange, Plan
from driehoek.facts.schools.roster_import.roster import Fault, RosterPerson, SchoolRoster

NAMES = ("given_name", "infix", "family_name", "birth_date")
OWN = ("email", "mobile")  # theirs to change once they have signed in


class PeopleChanges:
    """Compares the people of one school. Keys it cannot trust end up in `held`."""

    def __init__(self, part: SchoolRoster, known: Known, plan: Plan) -> None:
        self.part, self.known, self.plan = part, known, plan
        self.held = set(part.whole.held)
        self.doubtful: set[str] = set()  # new children who look like one we know
        self.lookalikes = Lookalikes(known, part)

    def compare(self) -> None:
        for person in self.part.people():
            if person.key in self.held:
                continue
            known = self.known.people.get(person.key)
            if known is not None:
                self._known(person, known)
            elif person.key in self.known.elsewhere:
                self._linked(person, self.known.elsewhere[person.key])
            else:
                self._new(person)

    def _new(self, person: RosterPerson) -> None:
        if person.key in self.part.students and self.lookalikes.has(person):
            self.doubtful.add(person.key)
            self.plan.asks["lookalike"] += 1
            reason = _("Deze leerling lijkt op een leerling die er al is, met een ander nummer.")
            self.plan.faults.append(Fault.at(person.place, reason))
        self.plan.new_people[person.key] = person
        self.plan.name("people.added", person.full_name)

    def _linked(self, person: RosterPerson, known: KnownPerson) -> None:
        """The same key in one file for two schools is one person."""
        if self._is_recycled(person, known):
            return
        self.plan.linked[person.key] = known.id
        self.plan.name("people.added", person.full_name)

    def _known(self, person: RosterPerson, known: KnownPerson) -> None:
        if self._is_recycled(person, known):
            return
        changed: dict[str, Any] = {
            name: getattr(person, name)
            for name in NAMES
            if getattr(person, name) != getattr(known, name) and not self._says_nothing(person, name)
        }
        if person.called and not known.called:
            changed["called"] = person.called
        if known.last_login is None:
            changed |= {
                name: getattr(person, name)
                for name in OWN
                if getattr(person, name) and getattr(person, name) != getattr(known, name)
            }
        if changed:
            self._ask_about_age(known, changed)
            self.plan.changed_people[known.id] = changed
            self.plan.name("people.changed", self.named(known))
            self.plan.changes.append(self._told(known, changed))

    def _told(self, known: KnownPerson, changed: dict[str, Any]) -> PersonChange:
        """Field by field. Of a protected child a page says what changes, and not from what or to what."""
        is_guarded = known.id in self.known.guarded
        fields = [
            (name, *(("", "") if is_guarded else (str(getattr(known, name) or ""), str(value or ""))))
            for name, value in changed.items()
        ]
        return PersonChange(self.named(known), fields, any(name in OWN for name in changed))

    def _says_nothing(self, person: RosterPerson, name: str) -> bool:
        """An empty infix beside a family name does say something; other empty cells do not."""
        return not getattr(person, name) and not (name == "infix" and person.family_name)

    def _ask_about_age(self, known: KnownPerson, changed: dict[str, Any]) -> None:
        """Who becomes younger comes back under her parents' eyes; that is not for a file to decide."""
        born = changed.get("birth_date")
        if born and known.id in self.known.students() and (not known.birth_date or born > known.birth_date):
            self.plan.asks["younger"] += 1

    def _is_recycled(self, person: RosterPerson, known: KnownPerson) -> bool:
        if not is_someone_else(known, person):
            return False
        self.held.add(person.key)
        self.plan.asks["recycled"] += 1
        reason = _("Dit nummer was van iemand met een andere naam. Wij veranderen niets. Kijk dit na.")
        self.plan.faults.append(Fault.at(person.place, reason))
        return True

    def named(self, known: KnownPerson) -> str:
        """A protected child has no name on a page."""
        return _("Een beschermde leerling") if known.id in self.known.guarded else known.full_name

    def person_id(self, key: str) -> int | None:
        """Whom this key already stands for."""
        known = self.known.people.get(key)
        return known.id if known is not None else self.plan.linked.get(key)

    def text(self, key: str) -> str:
        known = self.known.people.get(key)
        return self.named(known) if known is not None else self.part.whole.people[key].full_name

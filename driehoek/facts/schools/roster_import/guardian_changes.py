"""Who answers for whom. Here an import could do the most harm, so here it may do the least.

It makes guardianships that open nothing until the school approves them, unless the file itself says that
there is custody and nothing asks for care. It narrows and ends what an import made. It never widens, never
touches what the office or the family entered, and never revives a pair that was ended.
Source: the rule "an import may never widen access and may never clear a protection flag" (Vigilo, 2019).
"""

from django.utils.translation import gettext as _

from driehoek.facts.people.models.guardianship import DECIDING, Kind
from driehoek.facts.schools.roster_import.known import Known, KnownGuardianship
from driehoek.facts.schools.roster_import.people_changes import PeopleChanges
from driehoek.facts.schools.roster_import.plan import NewGuardianship, Plan
from driehoek.facts.schools.roster_import.roster import Fault, RosterGuardianship, SchoolRoster

CLOSED = {"sees_child": False, "sees_group": False, "may_answer": False, "may_collect": False}


def kind_of(row: RosterGuardianship) -> str:
    """The word for what the file says of this pair. Not said counts as a parent, unapproved."""
    if row.custody is not True and row.relation == "delegate":
        return Kind.DELEGATE
    if row.custody is False:
        return Kind.NO_CUSTODY
    return Kind.FOSTER if row.relation == "foster" else Kind.CUSTODY


class GuardianChanges:
    """Compares the guardianships of one school."""

    def __init__(self, part: SchoolRoster, known: Known, plan: Plan, people: PeopleChanges) -> None:
        self.part, self.known, self.plan, self.people = part, known, plan, people
        self.said: set[tuple[int | None, int | None]] = set()

    def compare(self) -> None:
        """A file without any guardian says nothing about them: then all of them stay."""
        if not self.part.guardianships:
            return
        for row in self.part.guardianships:
            pair = (self.people.person_id(row.student), self.people.person_id(row.guardian))
            again = None not in pair and pair in self.said  # a letter may have joined two keys in one person
            self.said.add(pair)
            if again or row.student in self.people.held or row.guardian in self.people.held:
                continue
            known = self._running(pair)
            if known is None:
                self._new(row, pair)
            elif known.source == "import":
                self._known(row, known)
        self._ended()
        self._ask_about_orphans()
        self._ask_about_changes()

    def _running(self, pair: tuple[int | None, int | None]) -> KnownGuardianship | None:
        student, guardian = pair
        return (
            None if student is None or guardian is None else self.known.guardianships.get((student, guardian))
        )

    def _new(self, row: RosterGuardianship, pair: tuple[int | None, int | None]) -> None:
        kind, student = kind_of(row), pair[0]
        careful = student in self.known.guarded or row.student in self.people.doubtful
        ended_before = self.was_ended(pair)
        explicit = row.custody is True and kind in DECIDING
        approved = explicit and not careful and not ended_before
        self.plan.new_guardianships.append(NewGuardianship(row.student, row.guardian, kind, approved))
        self._name("guardianships.added", row)
        if not approved:
            self.plan.name("guardianships.waiting", self._pair(row))
        self.plan.asks["guarded"] += careful
        self.plan.asks["returned"] += ended_before
        self.plan.asks["no_custody_said"] += row.custody is None and kind in DECIDING

    def was_ended(self, pair: tuple[int | None, int | None]) -> bool:
        """Whether this pair once had a guardianship. Ending it was a decision; a file does not undo it."""
        return pair in self.known.past_pairs

    def _known(self, row: RosterGuardianship, known: KnownGuardianship) -> None:
        kind = kind_of(row)
        if kind == known.kind or (row.custody is None and kind in DECIDING and known.kind not in DECIDING):
            return
        if kind in DECIDING and known.kind not in DECIDING:
            reason = _(
                "Het bestand geeft deze ouder meer rechten. Dat doet een import nooit. Pas het zelf aan."
            )
            self.plan.notes.append(Fault.at(row.place, reason))
            return
        narrower = kind not in DECIDING and known.kind in DECIDING
        self.plan.changed_guardianships[known.id] = {"kind": kind} | (CLOSED if narrower else {})
        self._name("guardianships.changed", row)

    def _ended(self) -> None:
        """Both child and adult must be people of this roster; another school's guardians stay."""
        for (student, guardian), row in self.known.guardianships.items():
            child, adult = self.known.key_of.get(student), self.known.key_of.get(guardian)
            if row.source != "import" or child is None or adult is None or (student, guardian) in self.said:
                continue
            if child in self.part.students and not {child, adult} & self.people.held:
                self.plan.ended_guardianships.append(row)
                self.plan.name("guardianships.ended", f"{self.people.text(adult)}, {self.people.text(child)}")

    def _ask_about_orphans(self) -> None:
        """Children who lose the last adult who answers for them: nobody would hear from the school."""
        ended = {row.id for row in self.plan.ended_guardianships}
        keep = {row.student for row in self.known.guardianships.values() if row.id not in ended}
        keep |= {self.people.person_id(row.student) or 0 for row in self.plan.new_guardianships}
        orphans = {row.student for row in self.plan.ended_guardianships} - keep
        for name in sorted(self.people.text(self.known.key_of[student]) for student in orphans):
            self.plan.name("guardianships.orphans", name)
        self.plan.asks["orphans"] = len(orphans)

    def _ask_about_changes(self) -> None:
        """More than one in fifty of what ran is different: look before it counts."""
        before = [row for row in self.known.guardianships.values() if row.source == "import"]
        with_guardians = {self.known.key_of.get(row.student) for row in before}
        added = [row for row in self.plan.new_guardianships if row.student in with_guardians]
        changed = len(added) + len(self.plan.changed_guardianships) + len(self.plan.ended_guardianships)
        if before and changed * 50 > len(before):
            self.plan.asks["changed_guardianships"] = changed

    def _pair(self, row: RosterGuardianship) -> str:
        return f"{self.people.text(row.guardian)}, {self.people.text(row.student)}"

    def _name(self, list_name: str, row: RosterGuardianship) -> None:
        self.plan.name(list_name, self._pair(row))

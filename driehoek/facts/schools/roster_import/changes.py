"""From a roster to a proposal, and from an agreed proposal to facts, in one transaction."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from driehoek.facts.schools.models import Board, School, SchoolYear
from driehoek.facts.schools.roster_import.applying import Applying
from driehoek.facts.schools.roster_import.group_changes import GroupChanges
from driehoek.facts.schools.roster_import.guardian_changes import GuardianChanges
from driehoek.facts.schools.roster_import.known import Known
from driehoek.facts.schools.roster_import.matching import is_same, part_for
from driehoek.facts.schools.roster_import.people_changes import PeopleChanges
from driehoek.facts.schools.roster_import.plan import Plan
from driehoek.facts.schools.roster_import.proposal import Proposal
from driehoek.facts.schools.roster_import.roster import Roster, RosterRefused, RosterYear, SchoolRoster


class WorldChanged(Exception):
    """What would happen now is not what somebody agreed to."""


def propose(roster: Roster, school: School, today: dt.date) -> Proposal:
    """What this roster would change at this school today. Writes nothing. Raises RosterRefused."""
    part = part_for(roster, school)
    year = year_of(roster, school, today)
    keys = [person.key for person in part.people()]
    known = Known(school, today, keys, _together(roster, school))
    plan = Plan(year, year.starts_on if known.is_new else today, today)
    plan.faults, plan.notes = list(roster.faults), list(roster.notes)
    plan.asks["blind"], plan.asks["status"] = roster.blind, roster.doubts
    _ask_about_code(part, school, plan)
    people = PeopleChanges(part, known, plan)
    people.compare()
    GroupChanges(part, known, plan, people).compare()
    GuardianChanges(part, known, plan, people).compare()
    return Proposal.of(plan)


@transaction.atomic
def apply(roster: Roster, school: School, now: dt.datetime, today: dt.date, digest: str) -> Proposal:
    """Do what was agreed to: all of it or nothing.

    Raises WorldChanged when the same file would now do something else than the proposal with this digest.
    One import at a time for a board: its schools may share people.
    """
    Board.objects.select_for_update().get(pk=school.board_id)
    school.refresh_from_db()
    proposal = propose(roster, school, today)
    if proposal.digest != digest:
        raise WorldChanged
    Applying(proposal.plan, school, now).write()
    return proposal


def year_of(roster: Roster, school: School, today: dt.date) -> SchoolYear | RosterYear:
    """The school year the roster speaks of, ours if we have it. Raises RosterRefused for another one."""
    running = SchoolYear.objects.filter(school=school, starts_on__lte=today, ends_on__gte=today).first()
    said = roster.year or running or usual_year(today)
    if said.ends_on < today:
        reason = _("Dit bestand is van schooljaar %(year)s. Dat is voorbij.") % {"year": said.name}
        raise RosterRefused(reason)
    if said.starts_on > today:
        reason = _("Dit bestand is van schooljaar %(year)s. Dat begint nog.") % {"year": said.name}
        raise RosterRefused(reason)
    return SchoolYear.objects.filter(school=school, name=said.name).first() or running or said


def usual_year(today: dt.date) -> RosterYear:
    """A Dutch school year runs from 1 August to 31 July (WPO art. 1, WVO 2020 art. 1.1)."""
    first = today.year if today.month >= 8 else today.year - 1
    return RosterYear(f"{first}-{first + 1}", dt.date(first, 8, 1), dt.date(first + 1, 7, 31))


def _together(roster: Roster, school: School) -> list[School]:
    """Other schools of the board in the same file: there the same key is the same person."""
    if len(roster.schools) == 1:
        return []
    others = School.objects.filter(board=school.board_id).exclude(pk=school.pk)
    return [other for other in others if any(is_same(row, other) for row in roster.schools.values())]


def _ask_about_code(part: SchoolRoster, school: School, plan: Plan) -> None:
    """A file without the school's name, and we do not know its code yet: somebody must say that it fits."""
    if part.school.code and not part.school.name and not school.code:
        plan.new_code = part.school.code[:20]
        plan.asks["new_code"] = 1

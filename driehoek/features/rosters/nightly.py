"""The nightly import: reads once, and does for each school what nobody need look at."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from driehoek.facts.schools.models import School
from driehoek.facts.schools.roster_import.changes import WorldChanged, propose
from driehoek.facts.schools.roster_import.matching import is_same
from driehoek.facts.schools.roster_import.proposal import Proposal
from driehoek.facts.schools.roster_import.reading.formats import read
from driehoek.facts.schools.roster_import.roster import Fault, Roster, RosterRefused
from driehoek.features.rosters.models import ColumnChoices, Upload

Told = dict[str, Any]  # what is printed as JSON


class Nightly:
    """One run over one roster."""

    is_new_source = False  # nobody ever agreed to what comes from there: then a person looks first
    is_part = False  # what is new, laid upon what was said before: then nobody goes

    def __init__(self, paths: list[Path], now: dt.datetime, today: dt.date, *, is_dry: bool) -> None:
        self.paths, self.now, self.today, self.is_dry = paths, now, today, is_dry
        self.upload: Upload | None = None  # what became of it last
        self.waits = False  # for the whole of it

    def run(self, schools: list[School]) -> Iterator[Told]:
        """What happened, school by school. Several schools: those that the file is about."""
        if not self.is_dry:
            Upload.objects.forget_old(self.now)
        try:
            roster = self._read(schools)
        except RosterRefused as refused:
            yield told_refusal("", refused.fault)
            return
        mine = schools if len(schools) == 1 else [school for school in schools if _is_in(school, roster)]
        if not mine:
            yield told_refusal("", Fault("", 0, _("In dit bestand staat geen school van dit bestuur.")))
        for school in mine:
            yield self._one(school, roster)

    def _read(self, schools: list[School]) -> Roster:
        remembered = [chosen for school in schools for chosen in ColumnChoices.of(school)]
        return read(self.paths, self.today, remembered)

    def _one(self, school: School, roster: Roster) -> Told:
        try:
            proposal = propose(roster, school, self.today)
            if self.is_new_source and not proposal.is_empty:
                proposal = proposal.asking("new_source")
            to_do = not self.is_dry and (proposal.asks or not proposal.is_empty)
            done = bool(to_do) and self._act(school, roster, proposal)
        except RosterRefused as refused:
            return told_refusal(school.name, refused.fault)
        return {"school": school.name, "done": done} | proposal.as_json()

    def _act(self, school: School, roster: Roster, proposal: Proposal) -> bool:
        if self.is_part and proposal.takes_away:
            self.waits = True
            return False
        if proposal.asks:
            self.upload = self._store(school, proposal)
            return False
        try:
            self.upload = Upload.done_by_itself(school, roster, proposal, now=self.now, today=self.today)
        except WorldChanged:  # somebody worked on this school at this very moment: tomorrow again
            return False
        return True

    @transaction.atomic
    def _store(self, school: School, proposal: Proposal) -> Upload:
        """For a person to look at, once. Last night's question makes place for tonight's."""
        if before := Upload.objects.asked_before(school, proposal.digest).first():
            return before
        earlier = Upload.objects.waiting().filter(school=school, by=None)
        for upload in earlier:
            upload.forget()
            upload.delete()
        upload = Upload.receive(school, self.paths, by=None, at=self.now)
        upload.keep(proposal)
        return upload


def _is_in(school: School, roster: Roster) -> bool:
    return any(is_same(candidate, school) for candidate in roster.schools.values())


def told_refusal(school: str, fault: Fault) -> Told:
    return {"school": school, "refused": {"file": fault.file, "line": fault.line, "reason": fault.reason}}

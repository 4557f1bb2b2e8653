"""Every broken roster ends as the corpus says: with a reason, and with nothing half written."""

from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Model

from driehoek.facts.schools.models import School
from driehoek.facts.schools.roster_import.changes import apply, propose
from driehoek.facts.schools.roster_import.reading.formats import read
from driehoek.facts.schools.roster_import.roster import RosterRefused
from tests.rosters.conftest import Import
from tests.rosters.corpus import ASKS, CLEAN, LEFT_OUT, REFUSED, Case, documents, letters, packs, rows
from tests.rosters.days import NOW, TODAY
from tests.rosters.sheets import Sheets

CASES = [*packs.CASES, *letters.CASES, *rows.CASES, *documents.CASES]


def facts() -> dict[str, list[tuple[object, ...]]]:
    """Every row of people and schools."""
    models: list[type[Model]] = [
        m for app in ("people", "schools") for m in apps.get_app_config(app).get_models()
    ]
    return {model.__name__: list(model._default_manager.order_by("pk").values_list()) for model in models}


def test_there_are_at_least_forty_and_no_two_of_one_name() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 40


@pytest.fixture
def standing(school: School, bring_in: Import) -> School:
    """The school after a sound import."""
    bring_in(Sheets.filled(40))
    return school


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_broken_roster_ends_as_the_corpus_says(case: Case, standing: School, tmp_path: Path) -> None:
    before = facts()
    outcome, reasons = become(case, standing, tmp_path)
    assert outcome == case.outcome, reasons
    assert any(case.because in reason for reason in reasons) or not case.because, reasons
    assert facts() == before


def become(case: Case, school: School, folder: Path) -> tuple[str, list[str]]:
    """What became of it, and why."""
    folder = folder / "case"
    folder.mkdir()
    try:
        proposal = propose(read(list(case.make(folder)), TODAY), school, TODAY)
    except RosterRefused as refused:
        return REFUSED, [refused.fault.reason]
    if proposal.asks:
        return ASKS, list(proposal.asks)
    if proposal.faults:
        return LEFT_OUT, [fault.reason for fault in proposal.faults]
    return CLEAN, []


@pytest.mark.parametrize("case", [case for case in CASES if case.outcome in (LEFT_OUT, CLEAN)], ids=str)
def test_what_is_taken_is_taken_once(case: Case, standing: School, tmp_path: Path) -> None:
    """A faulty row holds the person it is about; the rest goes in, and the second time nothing is left."""
    folder = tmp_path / "case"
    folder.mkdir()
    roster = read(list(case.make(folder)), TODAY)
    apply(roster, standing, NOW, TODAY, propose(roster, standing, TODAY).digest)
    assert propose(roster, standing, TODAY).is_empty

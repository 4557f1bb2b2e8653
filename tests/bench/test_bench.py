"""The bench itself: a figure knows its limit, invented rosters can be used, processes are weighed."""

import datetime as dt
import json
import os
from contextlib import nullcontext
from pathlib import Path

import pytest

from driehoek.facts.schools.models import Board, School
from driehoek.facts.schools.roster_import.changes import propose
from driehoek.facts.schools.roster_import.reading.formats import read
from tests.bench import rosters
from tests.bench.figures import Figure
from tests.bench.installation import FLOOR, Installation
from tests.bench.processes import cpu, pss

TODAY = dt.date(2026, 11, 19)


def figure(value: float, limit: float | None, *, at_least: bool = False) -> Figure:
    return Figure(name="today.time", value=value, unit="F", limit=limit, at_least=at_least)


def test_a_figure_is_kept_up_to_its_limit() -> None:
    assert figure(2.0, 2.0).ok
    assert not figure(2.01, 2.0).ok


def test_a_figure_that_must_be_high_is_kept_down_to_its_limit() -> None:
    assert figure(0.5, 0.5, at_least=True).ok
    assert not figure(0.49, 0.5, at_least=True).ok


def test_a_figure_is_one_line_of_json_with_five_names() -> None:
    said = json.loads(figure(1.23456, 2.0).line())
    assert said == {"name": "today.time", "value": 1.235, "unit": "F", "limit": 2.0, "ok": True}


@pytest.mark.parametrize(("module", "stands_alone"), [("looking", True), ("counting", False)])
def test_readers_are_signed_in_where_only_the_floor_page_is_installed(
    tmp_path: Path, module: str, stands_alone: bool
) -> None:
    at = Installation(tmp_path, f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    begins = "-c", f"import django; django.setup(); import tests.bench.{module}"
    with nullcontext() if stands_alone else pytest.raises(RuntimeError):  # this one needs the whole portal
        at.run(*begins, **FLOOR)


@pytest.mark.django_db
def test_the_invented_roster_is_a_whole_school_without_a_fault(tmp_path: Path) -> None:
    board = Board.objects.create(name="Stichting De Meetlat")
    school = School.objects.create(board=board, name="School 0", sector="primary")
    roster = read([rosters.write(tmp_path / "roster.zip", 1, TODAY)], TODAY)
    proposal = propose(roster, school, TODAY)
    assert not proposal.asks
    assert proposal.counts["people"]["added"] == rosters.PEOPLE
    assert proposal.counts["guardianships"]["added"] == 700


def test_a_process_that_works_is_seen_to_work() -> None:
    before = cpu([os.getpid()])
    sum(number * number for number in range(2_000_000))
    assert cpu([os.getpid()]) > before
    assert pss(os.getpid()) > 10

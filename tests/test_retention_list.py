"""docs/retention.md names every model that holds something about a person, and only jobs that run."""

import re
from pathlib import Path

import pytest
from django.apps import apps

from driehoek.config.recurring import RECURRING
from tests.guards.rows import privacy_of

PAGE = Path(__file__).parents[1] / "docs" / "retention.md"
ABOUT_NOBODY = {"none", "internal"}


def rows(page: str) -> list[list[str]]:
    lines = [line for line in page.splitlines() if line.startswith("| ") and not line.startswith("| what ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def personal() -> set[str]:
    """Models with a field about a person, as "absences.Absence"."""
    found = set()
    for app in apps.get_app_configs():
        for model, fields in privacy_of(app).items() if app.name.startswith("driehoek.") else ():
            if set(fields.values()) - ABOUT_NOBODY:
                found.add(f"{app.label}.{model}")
    return found


def unnamed(page: str) -> set[str]:
    named = {name for row in rows(page) for name in re.findall(r"\b[a-z]+\.[A-Z]\w+", row[0])}
    return personal() - named


def test_every_model_about_a_person_has_a_term() -> None:
    assert len(personal()) > 60
    assert unnamed(PAGE.read_text(encoding="utf-8")) == set()


def test_a_model_that_is_left_out_is_noticed() -> None:
    page = PAGE.read_text(encoding="utf-8").replace("absences.Pickup", "-")
    assert unnamed(page) == {"absences.Pickup"}


@pytest.mark.parametrize("row", rows(PAGE.read_text(encoding="utf-8")), ids=lambda row: row[0][:20])
def test_every_job_in_it_runs_at_night(row: list[str]) -> None:
    running = {line.name for line in RECURRING}
    assert len(row) == 4 and all(row)
    assert row[3] == "none" or set(row[3].split(", ")) <= running

"""Killing the importer at any moment leaves the state before or the state after, never between."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests.filled import ORIGINAL

ROOT = Path(__file__).resolve().parents[2]
KILLS = 25


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None) -> dict[str, Any]:
    """What kills and twins left behind. In SQLite, whose files a kill really interrupts."""
    folder = tmp_path_factory.mktemp("killed")
    shutil.copyfile(ORIGINAL, folder / "killed.sqlite3")
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE,
        "DRIEHOEK_DATABASE_URL": f"sqlite:///{folder / 'killed.sqlite3'}",
        "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])),
    }
    command = [sys.executable, "-m", "tests.rosters.killing", str(folder), str(KILLS), "7"]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


@pytest.mark.slow
def test_a_killed_import_leaves_before_or_after(told: dict[str, Any]) -> None:
    assert told["before"] != told["after"]
    assert set(told["kills"]) <= {told["before"], told["after"]}
    assert told["before"] in told["kills"]  # else none of them came in time


@pytest.mark.slow
def test_two_imports_at_once_are_one_import(told: dict[str, Any]) -> None:
    assert set(told["at_once"]) == {told["after"]}

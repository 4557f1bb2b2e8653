"""Killing the importer at any moment leaves the state before or the state after, never between."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(__file__).resolve().parents[2]
KILLS = 25


@pytest.mark.slow
def test_a_killed_import_leaves_before_or_after(tmp_path: Path) -> None:
    told = kill(tmp_path, KILLS)
    assert told["before"] != told["after"]
    assert set(told["kills"]) <= {told["before"], told["after"]}
    assert told["before"] in told["kills"]  # else none of them came in time


def kill(folder: Path, times: int) -> dict:
    """What so many kills left behind. In SQLite, whose files a kill really interrupts."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE,
        "DRIEHOEK_DATABASE_URL": f"sqlite:///{folder / 'killed.sqlite3'}",
        "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])),
    }
    command = [sys.executable, "-m", "tests.rosters.killing", str(folder), str(times), "7"]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)

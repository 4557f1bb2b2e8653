"""bin/demo --check, as a newcomer runs it: a board from nothing, and everybody's first page."""

import subprocess
import sys

import pytest


@pytest.mark.slow
def test_a_newcomer_gets_a_running_school_in_which_everybody_sees_her_own() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "demo.running", "--check"],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert "WRONG" not in done.stdout
    assert done.stdout.rstrip().endswith("everything works")

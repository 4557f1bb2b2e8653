"""What an installation refuses to be."""

import os
import subprocess
import sys

import pytest

SECRET = {"DRIEHOEK_SECRET_KEY": "s" * 60}


@pytest.mark.parametrize(("demo", "starts"), [("0", True), ("1", False)])
def test_a_real_installation_does_not_start_as_a_demo(demo: str, starts: bool) -> None:
    kind = {"DRIEHOEK_PRODUCTION": "1", "DRIEHOEK_DEMO": demo}
    clean = {name: value for name, value in os.environ.items() if not name.startswith("DRIEHOEK_")}
    asked = [sys.executable, "-c", "import driehoek.config.settings"]
    done = subprocess.run(asked, env=clean | SECRET | kind, capture_output=True, text=True, check=False)
    assert (done.returncode == 0) is starts
    assert starts or "exclude each other" in done.stderr

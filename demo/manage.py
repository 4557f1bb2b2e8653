"""bin/manage: Django's command line on the demo's data, unless the environment names other data."""

import os
import sys
from pathlib import Path

from demo.running import KEPT, settings_for

if "DRIEHOEK_VAR" not in os.environ and "DRIEHOEK_PRODUCTION" not in os.environ:
    os.environ.update(settings_for(KEPT, 8000))
manage = Path(__file__).resolve().parents[1] / "manage.py"
os.execv(sys.executable, [sys.executable, str(manage), *sys.argv[1:]])  # ourselves, no shell

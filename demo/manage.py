"""bin/manage: Django's command line on the demo's data, unless the environment names other data."""

import os
import sys
from pathlib import Path

from demo.running import KEPT, live_in

if not any(name.startswith("DRIEHOEK_") for name in os.environ):
    live_in(KEPT, 8000)
manage = Path(__file__).resolve().parents[1] / "manage.py"
os.execv(sys.executable, [sys.executable, str(manage), *sys.argv[1:]])  # ourselves, no shell

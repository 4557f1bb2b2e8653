"""python -m tests.guards: says what breaks a house rule."""

import sys
from pathlib import Path

from tests.guards import violations

found = violations(Path(__file__).parents[2])
sys.stdout.writelines(f"{sentence}\n" for sentence in found)
sys.exit(bool(found))

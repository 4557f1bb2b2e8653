"""The school's own virus scanner, if it has one: DRIEHOEK_SCAN names a function or a command.

"package.module:function" is called with the path and says whether the file is clean. Anything else is a
command, such as "clamdscan --fdpass --no-summary"; the path is added, 0 means clean and 1 that it is not.
"""

import shlex
import subprocess
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

PATIENCE = 60  # seconds
CLEAN, INFECTED = 0, 1


class ScannerSilent(Exception):
    """It did not say yes and not no: nothing is taken until it does."""


def is_clean(path: Path) -> bool:
    """True as well where no scanner is set: then files are only ever handed out as downloads."""
    scanner = settings.SCAN
    if not scanner:
        return True
    if ":" in scanner and " " not in scanner:
        return bool(import_string(scanner.replace(":", "."))(path))
    try:
        child = subprocess.run(
            [*shlex.split(scanner), str(path)], capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        raise ScannerSilent from None
    if child.returncode not in (CLEAN, INFECTED):
        raise ScannerSilent
    return child.returncode == CLEAN

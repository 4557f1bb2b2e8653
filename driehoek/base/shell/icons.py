"""Icons: which ones a page uses, and the one sprite that holds exactly those."""

import re
from functools import cache
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe

FOLDER = Path(__file__).parent / "icons"  # Phosphor 2.1.1, MIT: see the licence beside the files
USE = re.compile(r'<use href="#([a-z0-9-]+)"')


def used_icons(html: str) -> list[str]:
    """Every icon the rendered page points at, once, in the order it appears."""
    return list(dict.fromkeys(USE.findall(html)))


def sprite(names: list[str]) -> SafeString:
    """The drawings themselves, invisible; nothing when there are none."""
    if not names:
        return mark_safe("")
    symbols = "".join(map(symbol, names))
    return mark_safe(f'<svg class="sprite" aria-hidden="true" focusable="false">{symbols}</svg>')


@cache
def symbol(name: str) -> str:
    """One drawing as <symbol>. Raises FileNotFoundError for a name that is not in the folder."""
    drawing = (FOLDER / f"{name}.svg").read_text()
    inside = drawing.partition(">")[2].rpartition("</svg>")[0]
    return f'<symbol id="{name}" viewBox="0 0 256 256">{inside}</symbol>'

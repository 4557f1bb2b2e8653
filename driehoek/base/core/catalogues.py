"""Translations from the files people edit to the files Django reads, without a system package."""

from pathlib import Path

import polib


def compile_catalogues(folder: Path) -> list[Path]:
    """Write the .mo beside every .po below this folder that is newer than it. Returns what was written."""
    written = []
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(target))
            written.append(target)
    return written

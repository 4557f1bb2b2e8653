"""What a server said of a roster, kept in files where no address leads: a line for each row, as it came. Said
again counts in place of what was said before: the files of a roster are made of the last word.
"""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any  # what a stranger's JSON holds

from driehoek.facts.schools.roster_import.reading.rest import KINDS, Line, lines_of, write


class Transcript:
    """Of one line to a server."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add(self, kind: str, rows: list[Any], *, behind: int) -> int:
        """After so many bytes, and gives how many there are now. What a killed worker wrote beyond those was
        never said."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self._file(kind).open("ab") as file:
            file.truncate(behind)
            for row in rows:
                file.write(json.dumps(lines_of(kind, row)).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
            return file.tell()

    def size(self, kind: str) -> int:
        file = self._file(kind)
        return file.stat().st_size if file.exists() else 0

    @contextmanager
    def sheets(self) -> Iterator[Path]:
        """A folder with the files of the whole roster, for as long as they are read."""
        made = self.folder / "sheets"
        shutil.rmtree(made, ignore_errors=True)  # of one who was killed
        made.mkdir(parents=True, mode=0o700)
        try:
            write(made, self._lines())
            yield made
        finally:
            shutil.rmtree(made, ignore_errors=True)

    def throw_away(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def _file(self, kind: str) -> Path:
        return self.folder / f"{kind}.jsonl"

    def _lines(self) -> Iterator[Line]:
        for kind in KINDS:
            if self._file(kind.name).exists():
                yield from _last_words(self._file(kind.name))


def _last_words(file: Path) -> Iterator[Line]:
    """Of each key; a row without one stands by itself. Twice through the file: only keys are held."""
    last: dict[str, int] = {}
    for number, said in enumerate(_said(file)):
        last[said[0][1][0]] = number
    for number, said in enumerate(_said(file)):
        key = said[0][1][0]
        if not key or last[key] == number:
            yield from ((name, cells) for name, cells in said)


def _said(file: Path) -> Iterator[list[Any]]:
    with file.open("rb") as lines:
        for line in lines:
            yield json.loads(line)

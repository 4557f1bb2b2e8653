"""Writes a CSV table the way the format wants it."""

import csv
from collections.abc import Iterable
from pathlib import Path


def write_table(
    path: Path, columns: str | list[str], rows: Iterable[Iterable[object]], delimiter: str = ","
) -> None:
    """A table with a header, given as words or as a list of titles; None becomes an empty cell."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator="\r\n")
        writer.writerow(columns.split() if isinstance(columns, str) else columns)
        writer.writerows(["" if cell is None else str(cell) for cell in row] for row in rows)

"""Rosters as they should not be: every case with what must become of it, and why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.rosters.sheets import Sheets, zipped

REFUSED, ASKS, LEFT_OUT, CLEAN = "refused", "asks", "left out", "clean"
STUDENTS = 40
Files = dict[str, str | bytes]


@dataclass(frozen=True)
class Case:
    """One broken roster. `because` is part of the reason, or the code of the question."""

    name: str
    make: Callable[[Path], Sequence[Path]]
    outcome: str
    because: str = ""

    def __str__(self) -> str:
        return self.name


def files() -> Files:
    """The whole and sound roster that every case starts from."""
    return dict(Sheets.filled(STUDENTS).files())


def changed(name: str, *swaps: tuple[str, str], everywhere: bool = False) -> Callable[[Path], list[Path]]:
    """The sound roster with something else in one file."""

    def make(folder: Path) -> list[Path]:
        made = files()
        text = str(made[name])
        for old, new in swaps:
            assert old in text, f"{old} is not in {name}"
            text = text.replace(old, new, -1 if everywhere else 1)
        return [zipped(folder / "rooster.zip", made | {name: text})]

    return make


def with_files(**more: str | bytes | None) -> Callable[[Path], list[Path]]:
    """The sound roster with whole files in place of others; None leaves one out. users= is users.csv."""

    def make(folder: Path) -> list[Path]:
        made = files() | {f"{name}.csv": text for name, text in more.items() if text is not None}
        for name, text in more.items():
            if text is None:
                made.pop(f"{name}.csv")
        return [zipped(folder / "rooster.zip", made)]

    return make


def alone(name: str, content: bytes) -> Callable[[Path], list[Path]]:
    """One file that is no zip."""

    def make(folder: Path) -> list[Path]:
        (folder / name).write_bytes(content)
        return [folder / name]

    return make


def encoded(encoding: str, name: str = "users.csv") -> Callable[[Path], list[Path]]:
    """The sound roster with accents, and one file in another encoding."""

    def make(folder: Path) -> list[Path]:
        made = files()
        text = str(made[name]).replace("Kinda,", "Kindé,")
        return [zipped(folder / "rooster.zip", made | {name: text.encode(encoding)})]

    return make

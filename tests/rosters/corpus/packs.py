"""Zips that are broken, or want to break something."""

import io
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.rosters.corpus import CLEAN, REFUSED, Case, alone, files
from tests.rosters.sheets import Sheets, zipped


def sound(folder: Path) -> Path:
    return zipped(folder / "rooster.zip", files())


def cut(folder: Path) -> list[Path]:
    path = sound(folder)
    path.write_bytes(path.read_bytes()[:-200])
    return [path]


def bomb(folder: Path) -> list[Path]:
    return [zipped(folder / "rooster.zip", files() | {"users.csv": b"0" * 30_000_000})]


def named(name: str) -> Callable[[Path], list[Path]]:
    """A member under a name that points elsewhere."""

    def make(folder: Path) -> list[Path]:
        made = files()
        made[name] = made.pop("users.csv")
        return [zipped(folder / "rooster.zip", made)]

    return make


def link(folder: Path) -> list[Path]:
    path = sound(folder)
    with zipfile.ZipFile(path, "a") as archive:
        info = zipfile.ZipInfo("extra.csv")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "../../secret")
    return [path]


def nested(folder: Path) -> list[Path]:
    return [zipped(folder / "buiten.zip", files() | {"binnen.zip": sound(folder).read_bytes()})]


def locked(folder: Path) -> list[Path]:
    """Says of every member that it is encrypted, in both places where a zip says so."""
    path = sound(folder)
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 1)
    path.write_bytes(data)
    return [path]


def twice(folder: Path) -> list[Path]:
    made = files()
    return [zipped(folder / "rooster.zip", {"a/users.csv": made["users.csv"], **made})]


def crowd(folder: Path) -> list[Path]:
    return [zipped(folder / "rooster.zip", files() | {f"{number}.csv": "a" for number in range(250)})]


def flipped(folder: Path) -> list[Path]:
    """One byte of the content changed on the way."""
    path = folder / "rooster.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, text in files().items():
            archive.writestr(name, text)
    data = bytearray(path.read_bytes())
    data[data.find(b"Kinda")] = ord("X")
    path.write_bytes(data)
    return [path]


def macintosh(folder: Path) -> list[Path]:
    """What a Mac makes of it: everything in a folder, and clutter beside it."""
    clutter = {"__MACOSX/rooster/._users.csv": b"\0\5\26\7", "rooster/.DS_Store": b"\0"}
    return [
        zipped(folder / "rooster.zip", {f"rooster/{name}": text for name, text in files().items()} | clutter)
    ]


def unpacked(folder: Path) -> list[Path]:
    for name, text in files().items():
        (folder / name).write_text(str(text), encoding="utf-8")
    return [folder]


def empty(folder: Path) -> list[Path]:
    return [zipped(folder / "rooster.zip", {})]


def of_another_school(folder: Path) -> list[Path]:
    return [Sheets.filled(40, school="De Bocht").zip(folder / "rooster.zip")]


def workbook_bomb(folder: Path) -> list[Path]:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 30_000_000)
    return alone("leerlingen.xlsx", made.getvalue())(folder)


CASES = [
    Case("a zip of nothing", alone("rooster.zip", b""), REFUSED, "leeg"),
    Case("not a zip", alone("rooster.zip", b"PK\x03\x04 dit is geen zip"), REFUSED, "kapot of op slot"),
    Case("a zip without its end", cut, REFUSED, "kapot of op slot"),
    Case("a zip without files", empty, REFUSED, "geen bestand"),
    Case("a zip bomb", bomb, REFUSED, "veel te groot"),
    Case("a workbook that is a bomb", workbook_bomb, REFUSED, "veel te groot"),
    Case("zip slip", named("../users.csv"), REFUSED, "buiten de map"),
    Case("zip slip from the root", named("/etc/users.csv"), REFUSED, "buiten de map"),
    Case("zip slip the Windows way", named("..\\users.csv"), REFUSED, "buiten de map"),
    Case("zip slip to a drive", named("C:users.csv"), REFUSED, "buiten de map"),
    Case("a link in a zip", link, REFUSED, "verwijzing"),
    Case("a zip in a zip", nested, REFUSED, "nog een zip-bestand"),
    Case("a zip with a password", locked, REFUSED, "wachtwoord"),
    Case("the same file twice", twice, REFUSED, "dezelfde naam"),
    Case("hundreds of files", crowd, REFUSED, "te veel bestanden"),
    Case("a byte changed on the way", flipped, REFUSED, "kapot"),
    Case("a zip made on a Mac", macintosh, CLEAN),
    Case("a folder", unpacked, CLEAN),
    Case("another school", of_another_school, REFUSED, "gaat niet over De Meander"),
]

"""What was handed in: a zip, a folder or loose files, opened so that nothing in it can do harm."""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from django.utils.translation import gettext as _

from driehoek.facts.schools.roster_import.roster import RosterRefused

LARGEST_PACKED = 100_000_000  # bytes, of one handed-in file
LARGEST_UNPACKED = 400_000_000  # bytes, of everything in it
LARGEST_RATIO = 200  # how much smaller than its content a zip member may be
RATIO_FROM = 1_000_000  # bytes; below this the ratio says nothing
MOST_MEMBERS = 200


@dataclass(frozen=True)
class Member:
    """One file of the pack. Opening it twice gives the same bytes."""

    name: str
    source: Path
    inside: zipfile.ZipInfo | None = None
    archive: zipfile.ZipFile | None = None

    def open(self) -> IO[bytes]:
        if self.archive is None or self.inside is None:
            return self.source.open("rb")
        try:
            return self.archive.open(self.inside)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
            raise RosterRefused(_("Dit zip-bestand is kapot of op slot."), self.name) from error


class Pack:
    """The files of one upload by lower-case name, without folders."""

    is_by_key = False  # whether rows are named by their key: a server sent them, and nobody has their lines

    def __init__(self, members: list[Member]) -> None:
        self.members: dict[str, Member] = {}
        for member in members:
            if member.name.lower() in self.members:
                raise RosterRefused(_("Twee bestanden hebben dezelfde naam."), member.name)
            self.members[member.name.lower()] = member
        if not self.members:
            raise RosterRefused(_("Er zit geen bestand in."))

    def find(self, name: str) -> Member | None:
        return self.members.get(name.lower())

    def ending(self, *endings: str) -> list[Member]:
        return [member for name, member in self.members.items() if name.endswith(endings)]


@contextmanager
def open_pack(paths: list[Path]) -> Iterator[Pack]:
    """Open a zip, a folder, or loose files together. Raises RosterRefused for anything unsafe."""
    archives: list[zipfile.ZipFile] = []
    try:
        members = [member for path in paths for member in _members(path, archives)]
        yield Pack(members)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:  # found out while reading
        raise RosterRefused(_("Dit zip-bestand is kapot of op slot.")) from error
    finally:
        for archive in archives:
            archive.close()


def _members(path: Path, archives: list[zipfile.ZipFile]) -> list[Member]:
    if path.is_dir():
        return [
            Member(found.name, found)
            for found in sorted(path.iterdir())
            if found.is_file() and not found.is_symlink() and not found.name.startswith(".") and _sized(found)
        ]
    if not path.is_file():
        raise RosterRefused(_("Dit bestand is er niet."), path.name)
    _sized(path)
    if path.suffix.lower() != ".zip":
        return [Member(path.name, path)]
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise RosterRefused(_("Dit zip-bestand is kapot of op slot."), path.name) from error
    archives.append(archive)
    return _unzipped(path, archive)


def _sized(path: Path) -> bool:
    size = path.stat().st_size
    if size == 0:
        raise RosterRefused(_("Dit bestand is leeg."), path.name)
    if size > LARGEST_PACKED:
        raise RosterRefused(_("Dit bestand is te groot."), path.name)
    return True


def _unzipped(path: Path, archive: zipfile.ZipFile) -> list[Member]:
    infos = [info for info in archive.infolist() if not info.is_dir() and not _is_clutter(info.filename)]
    check_sizes(archive, path.name)
    for info in infos:
        _check_inside(info, path.name)
    return [Member(PurePosixPath(info.filename).name, path, info, archive) for info in infos]


def check_sizes(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse an archive that unpacks to far more than it says. Also used for workbooks, which are zips."""
    infos = archive.infolist()
    if len(infos) > MOST_MEMBERS:
        raise RosterRefused(_("In dit zip-bestand zitten te veel bestanden."), name)
    if sum(info.file_size for info in infos) > LARGEST_UNPACKED:
        raise RosterRefused(_("Uitgepakt is dit bestand te groot."), name)
    for info in infos:
        if info.file_size > RATIO_FROM and info.file_size > LARGEST_RATIO * max(info.compress_size, 1):
            raise RosterRefused(_("Dit zip-bestand is niet veilig: het wordt veel te groot."), name)


def _is_clutter(name: str) -> bool:
    """What computers leave behind in a zip by themselves."""
    return name.startswith("__MACOSX/") or PurePosixPath(name).name in {
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
    }


def _check_inside(info: zipfile.ZipInfo, name: str) -> None:
    raw = info.orig_filename
    parts = PurePosixPath(raw.replace("\\", "/")).parts
    if "\\" in raw or ":" in raw or raw.startswith("/") or ".." in parts or "\0" in raw:
        raise RosterRefused(_("Dit zip-bestand is niet veilig: een bestand wil buiten de map."), name)
    if stat.S_ISLNK(info.external_attr >> 16):
        raise RosterRefused(_("Dit zip-bestand is niet veilig: er zit een verwijzing in."), name)
    if info.flag_bits & 0x1:
        raise RosterRefused(_("Op dit zip-bestand zit een wachtwoord."), name)
    if info.filename.lower().endswith(".zip"):
        raise RosterRefused(_("In dit zip-bestand zit nog een zip-bestand."), name)

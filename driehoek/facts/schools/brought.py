"""Files that somebody brought for a school, kept where nobody is served from until she has decided; and what
was said of their columns. Whoever reads such files inherits these and says in which folder they lie."""

import datetime as dt
import secrets
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Self  # a file of bytes or of text

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import models

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.facts.schools.roster_import.reading.columns import Choices


class Brought(models.Model):
    """Handed in for one school, by a person or by the nightly job."""

    FOLDER: str  # below the media, where no address leads

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")  # None: the nightly job
    at = models.DateTimeField()
    token = models.CharField(max_length=32, unique=True)  # the folder its files lie in, unguessable
    is_forgotten = models.BooleanField(default=False)  # files and names are gone; the numbers stay

    class Meta:
        abstract = True

    @classmethod
    def receive(
        cls,
        school: School,
        files: Iterable[UploadedFile[Any] | Path],
        *,
        by: Person | None,
        at: dt.datetime,
        **more: object,
    ) -> Self:
        """Keep the files until somebody has decided."""
        brought = cls(school=school, by=by, at=at, token=secrets.token_hex(16), **more)
        brought.folder.mkdir(parents=True, mode=0o700)
        for file in files:
            if isinstance(file, Path):
                copy_in(file, brought.folder)
            else:
                with (brought.folder / Path(file.name or "bestand").name).open("wb") as kept:
                    shutil.copyfileobj(file, kept)
        brought.save()
        return brought

    @property
    def folder(self) -> Path:
        return Path(settings.MEDIA_ROOT) / self.FOLDER / self.token

    @property
    def files(self) -> list[Path]:
        return sorted(self.folder.iterdir()) if self.folder.is_dir() else []

    def throw_away(self) -> None:
        """The files; what is kept of them in rows is for whoever inherits this."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.is_forgotten = True
        self.save(update_fields=["is_forgotten"])


def copy_in(path: Path, folder: Path) -> None:
    """A file, or the files of a folder, as they are."""
    for file in [path] if path.is_file() else sorted(path.iterdir()):
        if file.is_file() and not file.is_symlink():
            shutil.copyfile(file, folder / file.name)


class RememberedColumns(models.Model):
    """What the columns of a school's own sheet mean, as somebody chose it once."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    choices = models.JSONField()  # {"student.key": "Stamnummer", ...}
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["school", "-at"])]

    @classmethod
    def of(cls, school: School) -> list[Choices]:
        """The latest first."""
        rows = cls._default_manager.filter(school=school).order_by("-at", "-pk")
        return list(rows.values_list("choices", flat=True))

    @classmethod
    def remember(cls, school: School, chosen: Choices, *, by: Person | None, at: dt.datetime) -> None:
        """Once for the same columns; a new choice for them replaces the old one."""
        titles = set(chosen.values())
        for row in cls._default_manager.filter(school=school):
            if set(row.choices.values()) == titles:
                row.delete()
        cls._default_manager.create(school=school, choices=chosen, by=by, at=at)

    @classmethod
    def offered(
        cls, school: School, titles: list[str], suggest: Callable[[Iterable[str]], Choices]
    ) -> Choices:
        """What to fill in beforehand: chosen before for these titles, else what the titles say."""
        for chosen in cls.of(school):
            if set(chosen.values()) & set(titles):
                return {field: title for field, title in chosen.items() if title in titles} or suggest(titles)
        return suggest(titles)

"""A face: one small square file, made safe before it was kept."""

import secrets
from functools import partial
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db import models, transaction

from driehoek.base.core.addresses import kept_address
from driehoek.base.core.uploads import clean_image
from driehoek.facts.people.models.person import Person

PIXELS = 400  # on the long side: sharp at the largest size a page shows


class Portrait(models.Model):
    """Seen by those around this person; by the other parents of a class only when she ticked that class."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="portrait")
    token = models.CharField(max_length=32, unique=True)  # unguessable, and never the only lock
    updated_at = models.DateTimeField(auto_now=True)

    def get_absolute_url(self) -> str:
        return kept_address("portraits:portrait", self.token)

    @property
    def path(self) -> Path:
        return Path(settings.MEDIA_ROOT) / "portraits" / self.token[:2] / f"{self.token}.webp"

    @classmethod
    def put(cls, person: Person, picture: BinaryIO | Path) -> "Portrait":
        """Make this the face of that person. Raises a kind of ImageRefused for what is not a good picture."""
        clean = clean_image(picture, sizes=[PIXELS])
        cls.take_away(person)
        portrait = cls(person=person, token=secrets.token_urlsafe(18))
        portrait.path.parent.mkdir(parents=True, exist_ok=True)
        portrait.path.write_bytes(clean.files[PIXELS])
        portrait.save()
        return portrait

    @classmethod
    def take_away(cls, person: Person) -> None:
        """Leave no face behind, neither the row nor the file."""
        for portrait in cls.objects.filter(person=person):
            path = portrait.path
            portrait.delete()
            transaction.on_commit(partial(path.unlink, missing_ok=True))

"""A photo: made safe, kept under an unguessable name, shown only as consent allows."""

import datetime as dt
from functools import cached_property, lru_cache
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db import models, transaction

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.backbone.media import attachment_files, files
from driehoek.backbone.media.models.attachment import Attachment
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import forget
from driehoek.base.core.addresses import kept_address
from driehoek.base.core.uploads import SIZES, clean_image
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School


class Photo(Guarded):
    """One picture in three sizes. It is for nobody's eyes until someone answered who is on it."""

    token = models.CharField(max_length=32, unique=True, default=files.new_token)
    school = models.ForeignKey(School, models.PROTECT, related_name="+")
    uploaded_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=12, choices=Purpose.choices, default=Purpose.CLASS_APP)
    width = models.PositiveIntegerField()  # of the largest size, in pixels
    height = models.PositiveIntegerField()
    colour = models.CharField(max_length=7)  # "#rrggbb", shown until the photo has come
    alt = models.CharField(max_length=300, blank=True)
    film = models.OneToOneField(  # the film of which this is the still; what hides the one hides the other
        Attachment, models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True, blank=True)  # someone answered who is on it

    told: Told  # what is on it in words, for one reader; put there by put_in_words()

    def __str__(self) -> str:
        return f"Photo {self.pk}"

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name."""
        return {"alt": Text(self.alt, _written_in(self.alt), self.school_id)} if self.alt else {}

    @property
    def look(self) -> tuple[int, int, str]:
        """The same for the same picture sent twice."""
        return self.width, self.height, self.colour

    @classmethod
    def take(
        cls, upload: BinaryIO | Path, *, school: School, by: Person, at: dt.datetime, alt: str = ""
    ) -> "Photo":
        """Make an upload safe and keep it. Raises ImageRefused, with a sentence for whoever sent it."""
        made = clean_image(upload)
        photo = cls(school=school, uploaded_by=by, created_at=at, alt=alt)
        photo.width, photo.height, photo.colour = made.width, made.height, made.colour
        files.write(photo.token, made.files)
        photo.save(force_insert=True)
        return photo

    def again(self, *, by: Person) -> "Photo":
        """The same picture, of the same day, for other readers. Nobody said yet who is on it for them."""
        copy = Photo(school=self.school, uploaded_by=by, created_at=self.created_at, alt=self.alt)
        copy.width, copy.height, copy.colour = self.look
        files.write(copy.token, {size: files.path(self.token, size).read_bytes() for size in SIZES})
        copy.save(force_insert=True)
        return copy

    @classmethod
    @transaction.atomic
    def of_film(cls, film: Attachment, *, by: Person, at: dt.datetime) -> "Photo":
        """The still of a film: what is answered about it, and what hides it, counts for the film."""
        photo = cls.take(attachment_files.path(film.token, "webp"), school=film.school, by=by, at=at)
        photo.film = film
        photo.save(update_fields=["film"])
        return photo

    @transaction.atomic
    def remove(self, *, by: Person, at: dt.datetime) -> None:
        """Take it away for good: the pixels go, a grey card stays where it was."""
        _removal, new = PhotoRemoval.objects.get_or_create(photo=self, defaults={"by": by, "at": at})
        if new:
            forget(self.texts.values())
            record("media.photo.removed", self, by=by, at=at)
            transaction.on_commit(self._remove_files)

    def _remove_files(self) -> None:
        files.remove(self.token)
        if self.film:
            attachment_files.remove(self.film.token)

    @transaction.atomic
    def discard(self) -> None:
        """Forget a photo that nobody was shown, such as one of a draft."""
        token, film = self.token, self.film
        forget(self.texts.values())
        self.delete()
        if film:
            film.discard()
        transaction.on_commit(lambda: files.remove(token))

    def url(self, size: int) -> str:
        return kept_address("media:photo", self.token, size)

    @cached_property
    def sources(self) -> list[tuple[str, int]]:
        """Each size as a browser chooses among them: its address and its width in pixels."""
        longest = max(self.width, self.height, 1)
        return [(self.url(size), self.width * min(size, longest) // longest) for size in sorted(SIZES)]

    @cached_property
    def srcset(self) -> str:
        """The sources as HTML lists them."""
        return ", ".join(f"{address} {width}w" for address, width in self.sources)


@lru_cache(maxsize=1000)
def _written_in(alt: str) -> str:
    """Kept, because it is guessed from the words, for every photo on a page."""
    return language_of(alt, settings.LANGUAGE_CODE)


class PhotoRemoval(models.Model):
    """Someone took the photo away. Its files are gone."""

    photo = models.OneToOneField(Photo, models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

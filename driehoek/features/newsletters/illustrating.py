"""The photos of one block: brought, described, and shown to nobody before somebody said who is on them."""

import datetime as dt
from functools import cached_property
from typing import BinaryIO, cast

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.check_form import PhotoCheckForm
from driehoek.backbone.media.checking import exceptions, place
from driehoek.backbone.media.describing import describe
from driehoek.backbone.media.models import Photo
from driehoek.backbone.media.naming import nameless_to
from driehoek.base.core.clock import day_of
from driehoek.base.core.uploads import ImageRefused
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.newsletters.models import Block, BlockPhoto

MOST = 4  # photos with one block: it is a letter, not an album
TOO_MANY = _("Dat zijn te veel foto's. Kies er hooguit vier.")


class Illustrating:
    """What her colleague sees of it, and what she does. What was answered once is not asked again."""

    has_film = False
    why = _("Zij mogen niet in de nieuwsbrief.")

    def __init__(
        self, block: Block, viewer: Viewer, data: QueryDict | None = None, files: MultiValueDict | None = None
    ) -> None:
        self.block, self.viewer, self.data, self.files = block, viewer, data, files
        self.refused: list[str] = []

    @cached_property
    def all(self) -> list[Photo]:
        return BlockPhoto.of([self.block.pk])

    @property
    def is_full(self) -> bool:
        return len(self.all) >= MOST

    @property
    def photos(self) -> list[Photo]:
        """Those of which nobody said yet who is on them."""
        return [photo for photo in self.all if photo.checked_at is None]

    @cached_property
    def groups(self) -> list[Group]:
        return list(Group.objects.filter(pk__in=self.block.groups(self.viewer.now)))

    @cached_property
    def asked(self) -> list[Person]:
        """The children who may not be in a newsletter."""
        if not self.photos:
            return []
        return list(
            exceptions(self.groups, Purpose.NEWSLETTER, self.viewer.today, taken=map(taken_on, self.photos))
        )

    @property
    def about(self) -> str:
        """What the check asks about: other words when there is a photo more, or other children."""
        return f"{len(self.asked)}.{max((photo.pk for photo in self.photos), default=0)}"

    @cached_property
    def check(self) -> PhotoCheckForm:
        unnamed = nameless_to(self.viewer).filter(pk__in=[child.pk for child in self.asked])
        answering = self.data if self.is_answered else None
        return PhotoCheckForm(answering, photos=self.photos, asked=self.asked, unnamed=set(unnamed))

    @property
    def is_answered(self) -> bool:
        """She pressed the button, and about these very photos."""
        said = self.data or QueryDict()
        return "done" in said and (not self.asked or said.get("about") == self.about)

    @property
    def wrong(self) -> list[str]:
        """What she must still do or choose."""
        if not self.check.is_bound or not self.asked:
            return self.refused
        return self.refused + [str(error) for errors in self.check.errors.values() for error in errors]

    def save(self) -> bool:
        """Keep every photo that can be used, and what is on it in words. False if something was wrong."""
        for upload in self.files.getlist("photos") if self.files else ():
            self._take(upload)
        with transaction.atomic():
            if not self.block.newsletter.is_out_of_hand():
                self.refused += describe(self.all, self.data)
        return not self.refused

    def _take(self, upload: UploadedFile) -> None:
        if self.is_full:
            return self.refused.append(str(TOO_MANY))
        try:
            photo = Photo.take(
                cast(BinaryIO, upload),
                school=self.block.newsletter.school,
                by=self.viewer.person,
                at=self.viewer.now,
            )
        except ImageRefused as refused:
            return self.refused.append(str(refused.sentence))
        self._put(photo)

    @transaction.atomic
    def _put(self, photo: Photo) -> None:
        """Once, also when the form is sent twice; and nothing is added to what went out meanwhile."""
        is_late = self.block.newsletter.is_out_of_hand()
        if is_late or any(photo.look == one.look for one in BlockPhoto.of([self.block.pk])):
            return photo.discard()
        BlockPhoto.objects.create(block=self.block, photo=photo, position=len(self.all))
        self.all.append(photo)

    @transaction.atomic
    def drop(self, key: int) -> None:
        """Take one photo off the block."""
        if not self.block.newsletter.is_out_of_hand():
            for photo in self.all:
                if photo.pk == key:
                    photo.discard()

    @transaction.atomic
    def answer(self) -> bool:
        """Who is on them; from then on the letter shows them."""
        if not self.photos or self.block.newsletter.is_out_of_hand():
            return True
        if self.asked and not self.check.is_valid():
            return False
        waiting, check = self.photos, self.check
        for photo in waiting:
            place([photo], self.groups, taken_on=taken_on(photo), purpose=Purpose.NEWSLETTER)
        check.apply(by=self.viewer.person, at=self.viewer.now)
        return True


def taken_on(photo: Photo) -> dt.date:
    """Who was in the group when it was brought, may be on it."""
    return day_of(photo.created_at)

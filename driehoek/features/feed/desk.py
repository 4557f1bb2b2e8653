"""The desk at which a post is made: the sheet, its photos and their check, whom it reaches, when it goes."""

import datetime as dt
from functools import cached_property
from typing import BinaryIO, cast  # an uploaded file reads like one

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.checking import exceptions
from driehoek.backbone.media.checking import place as place_photos
from driehoek.backbone.media.models import Photo
from driehoek.base.core.uploads import ImageRefused
from driehoek.facts.people.models import Person
from driehoek.features.feed.forms import MOST_PHOTOS, TOO_MANY, SheetForm
from driehoek.features.feed.kitchen_table import suggestions
from driehoek.features.feed.models import Post, PostPhoto
from driehoek.features.feed.photo_check import PhotoCheckForm
from driehoek.features.feed.places import places
from driehoek.features.feed.reach import Reach, reach_of
from driehoek.features.feed.reading_level import ReadingLevel, reading_level, split_title
from driehoek.features.feed.sending_time import usual_time


def sheet_for(viewer: Viewer, *, group: str = "") -> Post | None:
    """The draft she was writing, for that group if one is named, or an empty one; None for who has no place.

    It is laid down when the desk is opened, so that nothing typed or uploaded after that can be lost.
    """
    mine = places(viewer)
    wanted = [place for place in mine if place.key == f"group-{group}"] or mine
    if not wanted:
        return None
    drafts = Post.objects.where(viewer, may="edit").drafts()
    if group:
        drafts = drafts.filter(group=wanted[0].group)
    return drafts.first() or Post.begin(wanted[0], by=viewer.person, at=viewer.now)


class Desk:
    """One draft, as its author sees it, and what she now does with it."""

    def __init__(
        self, post: Post, viewer: Viewer, data: QueryDict | None = None, files: MultiValueDict | None = None
    ) -> None:
        self.post, self.viewer, self.data = post, viewer, data
        self.tried = False
        self.form = SheetForm(data, files, post=post, places=places(viewer), now=viewer.now)

    # What the page shows ----------------------------------------------------------------------------

    @cached_property
    def photos(self) -> list[Photo]:
        return [row.photo for row in PostPhoto.objects.filter(post=self.post).in_order()]

    @cached_property
    def asked(self) -> list[Person]:
        """The children who may not be on these photos."""
        place, today = self.post.place, self.viewer.today
        return list(exceptions(place.groups(today), place.purpose, today)) if self.photos else []

    @cached_property
    def check(self) -> PhotoCheckForm:
        return PhotoCheckForm(self.data, photos=self.photos, asked=self.asked)

    @property
    def check_errors(self) -> list[str]:
        """What the photo check still wants to hear; only after one tried to share."""
        return [str(error) for errors in self.check.errors.values() for error in errors] if self.tried else []

    @cached_property
    def reach(self) -> Reach:
        return reach_of(self.post.audience, self.viewer.today)

    @property
    def level(self) -> ReadingLevel:
        return reading_level(self.post.text)

    @property
    def questions(self) -> list[str]:
        """Three suggestions, and before them her own if she has one."""
        suggested = suggestions(f"{self.post.title} {self.post.text}")
        own = [self.post.ask_at_home] if self.post.ask_at_home not in ["", *suggested] else []
        return own + suggested

    @property
    def goes_at(self) -> dt.datetime:
        return max(self.post.wanted_at or self.usual_at, self.viewer.now)

    @property
    def usual_at(self) -> dt.datetime:
        return usual_time(self.post.school, self.viewer.now)

    @property
    def told(self) -> str:
        """Whom the button names. Sharing with others than those is refused."""
        key = self.post.place.key
        return f"{key}-and-students" if self.post.is_for_students else key

    # What she does ----------------------------------------------------------------------------------

    def save(self) -> bool:
        """Keep everything that is typed and every photo that can be used; False if something was wrong."""
        good, said = self.form.is_valid(), self.form.cleaned_data
        if "place" in said:
            students = said["with_students"]
            self.post.write(self.form.words, place=self.form.chosen_place, with_students=students)
        for upload in said.get("photos", []):
            self._take(upload)
        return good and not self.form.errors

    def _take(self, upload: UploadedFile) -> None:
        """Keep one photo; one that cannot be used says why, and the others stay."""
        if len(self.photos) >= MOST_PHOTOS:
            return self.form.add_error("photos", TOO_MANY)
        try:
            photo = Photo.take(
                cast(BinaryIO, upload), school=self.post.school, by=self.viewer.person, at=self.viewer.now
            )
        except ImageRefused as refused:
            self.form.add_error("photos", str(refused.sentence))
        else:
            PostPhoto.objects.create(post=self.post, photo=photo, position=len(self.photos))
            self.photos.append(photo)

    def drop(self, key: int) -> None:
        """Take one photo off the sheet."""
        for photo in self.photos:
            if photo.pk == key:
                photo.discard()

    def share(self) -> bool:
        """Put it before whom the button named, when everything is answered; otherwise say what is missing."""
        self.tried = True
        self._complain()
        if self.form.errors or (self.asked and not self.check.is_valid()):
            return False
        self._share()
        return True

    def _complain(self) -> None:
        if not (self.post.title or self.post.text or self.photos):
            self.form.add_error("text", _("Schrijf eerst wat jullie deden."))
        if self.data is None or self.data.get("told") != self.told:
            self.form.add_error("place", _("Je koos andere lezers. Kijk of het klopt en deel nog een keer."))

    @transaction.atomic
    def _share(self) -> None:
        person, now, place, today = self.viewer.person, self.viewer.now, self.post.place, self.viewer.today
        if self.photos:
            place_photos(self.photos, place.groups(today), taken_on=today, purpose=place.purpose)
            self.check.apply(by=person, at=now)
        if not self.post.title:
            title, self.post.text = split_title(self.post.text)
            self.post.title = title or gettext("Nieuws van {place}").format(place=place.name)[:120]
            self.post.save(update_fields=["title", "text"])
        self.post.share(by=person, at=now, due_at=self.goes_at)

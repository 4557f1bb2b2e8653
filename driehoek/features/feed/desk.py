"""The desk at which a post is made: the sheet, its photos and their check, whom it reaches, when it goes."""

import datetime as dt
from functools import cached_property

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import QueryDict
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.check_form import PhotoCheckForm
from driehoek.backbone.media.checking import exceptions
from driehoek.backbone.media.checking import place as place_photos
from driehoek.backbone.media.models import Attachment, Photo
from driehoek.backbone.media.naming import nameless_to
from driehoek.backbone.media.refusing import AttachmentRefused
from driehoek.backbone.notifications.categories import Category, Offer
from driehoek.backbone.notifications.models import HouseRule
from driehoek.backbone.translation.glossary import glossary_of
from driehoek.base.core.reading_level import ReadingLevel, reading_level
from driehoek.base.core.recordings import can_record
from driehoek.base.core.uploads import ImageRefused
from driehoek.facts.people.models import Person
from driehoek.facts.schools.hours import is_quiet, usual_time
from driehoek.features.feed.beginning import name_of
from driehoek.features.feed.completeness import missing
from driehoek.features.feed.enclosing import attachments_on, describe_photos, enclose
from driehoek.features.feed.first_sentence import split_title
from driehoek.features.feed.forms import MOST_PHOTOS, TOO_MANY, SheetForm
from driehoek.features.feed.kept_answers import Answers, initial_answers
from driehoek.features.feed.kitchen_table import suggestions
from driehoek.features.feed.models import Post, PostPhoto
from driehoek.features.feed.models.kinds import EVERY_OWN_FIELD, OWN_FIELDS, Kind
from driehoek.features.feed.places import places
from driehoek.features.feed.poll_form import PollForm
from driehoek.features.feed.reach import Reach, reach_of, reach_of_place

BROUGHT = ("photos", "papers", "voice")  # fields with something for others to see or hear


class Desk:
    """One draft, as its author sees it, and what she now does with it."""

    def __init__(
        self,
        post: Post,
        viewer: Viewer,
        data: QueryDict | None = None,
        files: MultiValueDict | None = None,
        kept: Answers | None = None,
    ) -> None:
        self.post, self.viewer, self.data, self.kept = post, viewer, data, kept or {}
        self.tried = False
        self.form = SheetForm(data, files, post=post, places=places(viewer), now=viewer.now)
        self.poll = PollForm(data, post=post, now=viewer.now)

    # What the page shows ----------------------------------------------------------------------------

    @property
    def is_empty(self) -> bool:
        """Nothing was sent yet: there is no draft."""
        return self.post.pk is None

    @property
    def address(self) -> str:
        return reverse("feed:sheet", args=[self.post.pk]) if self.post.pk else reverse("feed:compose")

    @property
    def landing(self) -> str:
        """Where one comes out after saving; at the time, when that is what she asked for."""
        return f"{self.address}?tijd=1#time" if self.data and "tijd" in self.data else self.address

    @property
    def share_address(self) -> str:
        if self.is_empty:
            return reverse("feed:first_publication")
        return reverse("feed:publication", args=[self.post.pk])

    @property
    def begun(self) -> str:
        """Names the empty sheet, for the form."""
        return name_of(self.post)

    @property
    def own_fields(self) -> tuple[str, ...]:
        """What this kind of post has on its sheet and others have not."""
        return OWN_FIELDS.get(self.post.kind, ())

    @cached_property
    def photos(self) -> list[Photo]:
        if self.is_empty:
            return []
        return [row.photo for row in PostPhoto.objects.filter(post=self.post).in_order()]

    @property
    def has_film(self) -> bool:
        return any(photo.film_id for photo in self.photos)

    @cached_property
    def attachments(self) -> list[Attachment]:
        return [] if self.is_empty else attachments_on(self.post)

    @property
    def can_record(self) -> bool:
        return can_record()

    @cached_property
    def asked(self) -> list[Person]:
        """The children who may not be on these photos."""
        place, today = self.post.place, self.viewer.today
        return list(exceptions(place.groups(today), place.purpose, today)) if self.photos else []

    @property
    def about(self) -> str:
        """What the check asks about: other words when there is a photo more, or other children."""
        newest = max((photo.pk for photo in self.photos), default=0)
        return f"{self.post.place.key}.{len(self.asked)}.{newest}"

    @cached_property
    def check(self) -> PhotoCheckForm:
        return PhotoCheckForm(
            self.data,
            photos=self.photos,
            asked=self.asked,
            unnamed=set(nameless_to(self.viewer).filter(pk__in=[child.pk for child in self.asked])),
            initial=initial_answers(self.kept, self.about),
        )

    @property
    def check_errors(self) -> list[str]:
        """What the photo check still wants to hear; only after one tried to share."""
        return [str(error) for errors in self.check.errors.values() for error in errors] if self.tried else []

    @cached_property
    def reach(self) -> Reach:
        if self.is_empty:
            place, today = self.post.place, self.viewer.today
            return reach_of_place(place, today, with_students=self.for_students)
        return reach_of(self.post.audience, self.viewer.today)

    @cached_property
    def level(self) -> ReadingLevel | None:
        """Of Dutch, with the words of this school; of other languages we cannot tell."""
        if self.post.language != "nl" or not self.post.text:
            return None
        return reading_level(self.post.text, glossary_of(self.post.school_id).plain)

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

    @cached_property
    def tells_nobody(self) -> bool:
        """Of this kind only who asked for it gets a message, unless this school decided otherwise."""
        rules = HouseRule.objects.filter(school=self.post.school_id, category=Category.INFORMAL)
        is_sent = rules.filter(offer__in=[Offer.USUALLY, Offer.ALWAYS])
        return self.post.kind == Kind.INFORMAL and not is_sent.exists()

    @property
    def is_quiet(self) -> bool:
        """Whether sharing now would wake somebody."""
        return not self.tells_nobody and is_quiet(self.viewer.now, self.post.school)

    @property
    def disturbs(self) -> bool:
        """She chose to share at once, and school is not on."""
        return self.is_quiet and self.post.wanted_at is not None and self.goes_at <= self.viewer.now

    @property
    def told(self) -> str:
        """Whom the button names. Sharing with others than those is refused."""
        key = self.post.place.key
        return f"{key}-and-students" if self.for_students else key

    @cached_property
    def for_students(self) -> bool:
        """Whether students read it too; on an empty sheet, what is usual in this place."""
        if self.is_empty:
            return self.post.place.reaches_students(self.viewer.today)
        return self.post.is_for_students

    @property
    def may_choose_students(self) -> bool:
        return not self.post.place.is_read_by_her(self.viewer.today)

    # What she does ----------------------------------------------------------------------------------

    def save(self) -> bool:
        """Keep everything that is typed and every photo that can be used; False if something was wrong."""
        good, said = self.form.is_valid(), self.form.cleaned_data
        if "place" in said:
            place, students = self.form.chosen_place, self.form.for_students
            self.post.write(self.form.words, place=place, with_students=students)
        for upload in (one for name in BROUGHT for one in said.get(name, [])):
            self._take(upload)
        for sentence in describe_photos(self.post, self.photos, self.data):
            self.form.add_error("photos", sentence)
        self.poll.keep()
        return good and not self.form.errors and not self.poll.errors

    def _take(self, upload: UploadedFile) -> None:
        """Keep one photo, film or file; one that cannot be used says why, and the others stay."""
        if len(self.photos) + len(self.attachments) >= MOST_PHOTOS:
            return self.form.add_error("photos", TOO_MANY)
        try:
            kept = enclose(upload, self.post, self.viewer)
        except (ImageRefused, AttachmentRefused) as refused:
            name = (upload.name or "")[-60:]
            self.form.add_error("photos", str(format_lazy("{name}: {why}", name=name, why=refused.sentence)))
        else:
            self._show(kept)

    def _show(self, kept: Photo | Attachment | None) -> None:
        if isinstance(kept, Photo):
            self.photos.append(kept)
        elif kept:
            self.attachments.append(kept)

    def drop_file(self, key: int) -> None:
        """Take one file off the sheet."""
        for one in self.attachments:
            if one.pk == key:
                one.discard()

    def drop(self, key: int) -> None:
        """Take one photo off the sheet."""
        for photo in self.photos:
            if photo.pk == key:
                photo.discard()

    def share(self) -> bool:
        """Put it before whom the button named, when everything is answered; otherwise say what is missing."""
        self.tried = True
        self._complain()
        if self.form.errors or self.poll.errors or (self.asked and not self.check.is_valid()):
            return False
        self._share()
        return True

    def _complain(self) -> None:
        for field, sentence in missing(
            self.post, self.viewer, has_photos=bool(self.photos or self.attachments)
        ):
            self.form.add_error(field, sentence)
        if lacking := self.poll.lacking():
            self.poll.add_error("poll_answers", lacking)
        if self.data is None or self.data.get("told") != self.told:
            self.form.add_error("place", _("Je koos andere lezers. Kijk of het klopt en deel nog een keer."))

    @transaction.atomic
    def _share(self) -> None:
        person, now, place, today = self.viewer.person, self.viewer.now, self.post.place, self.viewer.today
        if self.photos:
            place_photos(self.photos, place.groups(today), taken_on=today, purpose=place.purpose)
            self.check.apply(by=person, at=now)
        self.post.strip()
        if not self.post.title:
            title, self.post.text = split_title(self.post.text)
            self.post.title = title or gettext("Nieuws van {place}").format(place=place.name)[:120]
        self.post.save(update_fields=["title", "text", *EVERY_OWN_FIELD])
        self.post.share(by=person, at=now, due_at=self.goes_at)

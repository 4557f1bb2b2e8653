"""What a family tells: begun, sent to the teacher or to the class, perhaps shown in the circle."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import Forgotten, record
from driehoek.backbone.media.checking import place, say
from driehoek.backbone.media.holding import settle
from driehoek.backbone.media.models import Attachment, Photo
from driehoek.backbone.moderation.rewording import reword, take_back
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.base.core.clock import at as moment_of
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.leaving import year_kept_from
from driehoek.facts.schools.models import Enrolment, Group, School
from driehoek.features.stories.models.photo import StoryPhoto
from driehoek.features.stories.models.voice import StoryVoice
from driehoek.features.stories.own_language import translate_for_readers

SAME_BREATH = dt.timedelta(minutes=5)  # the same words again within this time are one story, sent twice
UNSENT = dt.timedelta(days=7)  # a sheet that nobody sends is forgotten


class Who(models.TextChoices):
    """Who is on the photos, as the family says."""

    NOBODY = "nobody", _("Geen kinderen")
    OWN = "own", _("Alleen mijn kind")
    OTHERS = "others", _("Ook andere kinderen")


class StoryQuerySet(GuardedQuerySet["Story"]):
    def sent(self) -> "StoryQuerySet":
        return self.exclude(sent_at=None).order_by("-sent_at", "-pk")

    def with_people(self) -> "StoryQuerySet":
        return self.select_related("author__portrait", "student__portrait", "group", "showing")

    def forget_unsent(self, now: dt.datetime) -> None:
        for story in self.filter(sent_at=None, begun_at__lt=now - UNSENT):
            story.discard()

    def forget_old(self, now: dt.datetime) -> int:
        """Told before the last school year began."""
        first = year_kept_from(day_of(now))
        old = list(self.filter(sent_at__lt=moment_of(first, dt.time())))
        for story in old:
            story.discard()
        return Forgotten.note("stories", len(old), before=first, at=now)


class Story(Guarded):
    """About one child, in one of her groups."""

    is_unwatched = True

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, related_name="+")
    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")  # a guardian, or the student herself
    text = models.TextField(max_length=3_000, blank=True)
    language = models.CharField(max_length=8, default="nl")
    begun_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    edited_at = models.DateTimeField(null=True, blank=True)
    on_photos = models.CharField(max_length=6, choices=Who.choices, blank=True)
    for_class = models.BooleanField(default=False)  # else for the teacher alone
    in_circle = models.BooleanField(default=False)  # may be shown in class
    at_home = models.BooleanField(default=False)  # the child reads it too; of a child: her guardians do

    told: Told  # its text for one reader, put there by put_in_words()

    objects = StoryQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        indexes = [models.Index(fields=["group", "sent_at"])]

    def get_absolute_url(self) -> str:
        return reverse("stories:story", args=[self.pk])

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name."""
        here = "" if self.for_class else f"story-{self.pk}"
        return {"text": Text(self.text, self.language, self.school_id, within=here)} if self.text else {}

    @property
    def spoken_text(self) -> str:
        return self.text

    @property
    def is_by_child(self) -> bool:
        return self.author_id == self.student_id

    @property
    def corner(self) -> str:
        return "child" if self.is_by_child else "home"

    @property
    def is_shown(self) -> bool:
        return hasattr(self, "showing")

    @classmethod
    @transaction.atomic
    def begin(
        cls, student: Person, group: Group, text: str, *, by: Person, at: dt.datetime,
        photos: Sequence[Photo] = (), voice: Attachment | None = None,
    ) -> "Story":  # fmt: skip
        """A sheet that only its author sees. Sent twice, with the same words, photos and voice, it is one."""
        Person.objects.select_for_update().get(pk=by.pk)  # so that two taps come one after the other
        same = cls.objects.filter(student=student, group=group, author=by, text=text, sent_at=None)
        for begun in same.filter(begun_at__gt=at - SAME_BREATH):
            looks_alike = [photo.look for photo in begun.photos()] == [photo.look for photo in photos]
            if looks_alike and StoryVoice.is_the_same(begun.pk, voice):
                for photo in photos:
                    photo.discard()
                return begun  # a voice that nothing carries goes by itself
        facts = {
            "school": group.school,
            "group": group,
            "student": student,
            "language": language_of(text, by.language),
        }
        story = cls.objects.create(author=by, text=text, begun_at=at, **facts)
        story.add(photos)
        StoryVoice.carry(story.pk, voice)
        return story

    @transaction.atomic
    def add(self, photos: Iterable[Photo]) -> None:
        """For now only she herself sees them, so nobody need be asked."""
        photos = list(photos)
        Photo.objects.filter(pk__in=[photo.pk for photo in photos]).update(checked_at=self.begun_at)
        here = StoryPhoto.objects.filter(story=self).count()
        StoryPhoto.objects.bulk_create(
            StoryPhoto(story=self, photo=photo, position=number) for number, photo in enumerate(photos, here)
        )

    def photos(self) -> list[Photo]:
        """All of them, for its verbs; readers get what shown_to() gives."""
        rows = StoryPhoto.objects.filter(story=self).select_related("photo").order_by("position", "pk")
        return [row.photo for row in rows]

    def voices(self) -> list[Attachment]:
        """What was spoken: one or none."""
        return StoryVoice.heard_in(self.pk)

    @transaction.atomic
    def send(
        self, *, who: str, for_class: bool, in_circle: bool, at_home: bool, by: Person, at: dt.datetime
    ) -> None:
        """Sent twice, it is sent once."""
        kept = Story.objects.select_for_update().get(pk=self.pk)
        if kept.sent_at:
            return
        self.on_photos, self.for_class, self.in_circle, self.at_home = who, for_class, in_circle, at_home
        self.sent_at = at
        self.save()
        if photos := self.photos():
            self._answer_for(photos, by=by, at=at)
        record("stories.story.sent", self, by=by, at=at)
        on_photos = [text for photo in photos for text in photo.texts.values()]
        translate_for_readers(self, [*self.texts.values(), *on_photos], at=at)

    def _answer_for(self, photos: list[Photo], *, by: Person, at: dt.datetime) -> None:
        """What goes to the class has to do with consent: the family says which children are not on it."""
        keys, day = [photo.pk for photo in photos], day_of(at)
        if self.for_class:
            place(photos, [self.group], taken_on=day)
            children = Enrolment.objects.on(day).filter(group=self.group).values_list("student", flat=True)
            absent = {key for key in children if self.on_photos == Who.NOBODY or key != self.student_id}
            say(((photo, child, False) for photo in keys for child in absent), by=by, at=at)
        Photo.objects.filter(pk__in=keys).update(checked_at=at)
        settle(photos=keys, by=by, at=at)

    @transaction.atomic
    def edit(self, text: str, *, by: Person, at: dt.datetime) -> None:
        """Other words; what it said is kept apart for a while."""
        if reword(self, text, school=self.school, at=at):
            record("stories.story.edited", self, by=by, at=at)
            translate_for_readers(self, self.texts.values(), at=at)

    @transaction.atomic
    def remove(self, *, by: Person, at: dt.datetime) -> None:
        """Gone for everybody, photos and all; what it said is kept apart for a while."""
        _row, is_new = Removal.objects.get_or_create(story=self, defaults={"by": by, "at": at})
        if not is_new:
            return
        take_back(self, school=self.school, at=at)
        self._discard_media()
        Story.objects.filter(pk=self.pk).update(text="")
        record("stories.story.removed", self, by=by, at=at)

    @transaction.atomic
    def discard(self) -> None:
        """Throw away a sheet that was never sent."""
        self._discard_media()
        self.delete()

    def _discard_media(self) -> None:
        for photo in self.photos():
            photo.discard()
        StoryVoice.silence([self.pk])

    @transaction.atomic
    def show(self, *, by: Person, at: dt.datetime) -> None:
        """It was in the circle; its family sees that."""
        _row, is_new = Showing.objects.get_or_create(story=self, defaults={"by": by, "at": at})
        if is_new:
            record("stories.story.shown", self, by=by, at=at)


class Showing(models.Model):
    """The class saw it in the circle because this row exists."""

    story = models.OneToOneField(Story, models.CASCADE, related_name="showing")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Removal(models.Model):
    """The story is gone because this row exists."""

    story = models.OneToOneField(Story, models.CASCADE, related_name="removal")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

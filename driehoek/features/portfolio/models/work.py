"""One piece of work of one student: what she made, what she says about it, and for whom it is."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db import models, transaction
from django.urls import reverse

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import record
from driehoek.backbone.media.models import Attachment, Photo
from driehoek.backbone.moderation.rewording import take_back
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import forget
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group, School
from driehoek.features.portfolio.models.for_whom import ForWhom
from driehoek.features.portfolio.models.media import WorkAttachment, WorkPhoto
from driehoek.features.portfolio.models.own_language import translate_for_home

SAME_BREATH = dt.timedelta(minutes=10)  # the same again within this time is one piece of work, sent twice


class WorkQuerySet(GuardedQuerySet["Work"]):
    def standing(self) -> "WorkQuerySet":
        return self.filter(removal=None)

    def newest(self) -> "WorkQuerySet":
        return self.order_by("-at", "-pk")

    def waiting(self) -> "WorkQuerySet":
        """A teacher has not looked at it yet; or not for the class, for whom it is now."""
        unseen = models.Q(look=None) | models.Q(whom=ForWhom.CLASS, look__for_class=False)
        return self.standing().filter(unseen)

    def marked(self) -> "WorkQuerySet":
        """Each says whether it `waits`: no teacher looked yet, and nobody at home sees it."""
        return self.annotate(waits=~models.Exists(WorkLook.objects.filter(work=models.OuterRef("pk"))))


@dataclass(frozen=True)
class Sharing:
    """For whom, and until when; with "chosen" the keys of the guardians."""

    whom: str
    until_on: dt.date | None = None
    readers: frozenset[int] = frozenset()


class Work(Guarded):
    """It is hers: she says who sees it. Once it is out its photos stay as they are; other words are a new
    version, and the old one is kept."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, related_name="+")
    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")  # herself, or who put it there
    title = models.CharField(max_length=80, blank=True)
    text = models.TextField(max_length=3_000, blank=True)  # what she says about it
    language = models.CharField(max_length=8, default="nl")
    version = models.PositiveSmallIntegerField(default=1)
    whom = models.CharField(max_length=7, choices=ForWhom.choices)
    until_on = models.DateField(null=True, blank=True)  # the last day on which others see it
    period = models.ForeignKey("Period", models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    told: Told  # its texts for one reader, put there by put_in_words()

    objects = WorkQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        indexes = [models.Index(fields=["student", "at"]), models.Index(fields=["group", "at"])]

    def get_absolute_url(self) -> str:
        return reverse("portfolio:work", args=[self.student_id, self.pk])

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name."""
        said = {"title": self.title, "text": self.text}
        here = f"work-{self.student_id}"
        return {
            name: Text(words, self.language, self.school_id, within=here)
            for name, words in said.items()
            if words
        }

    @property
    def spoken_text(self) -> str:
        return " ".join(words for words in (self.title and f"{self.title}.", self.text) if words)

    @property
    def is_by_student(self) -> bool:
        return self.author_id == self.student_id

    @classmethod
    @transaction.atomic
    def add(
        cls, student: Person, group: Group, title: str, text: str, *,
        by: Person, at: dt.datetime, sharing: Sharing,
        photos: Sequence[Photo] = (), attachments: Sequence[Attachment] = (),
    ) -> "Work":  # fmt: skip
        """It waits until somebody looked at it. Sent twice it is one, and what came with it the second time
        is not kept."""
        Person.objects.select_for_update().get(pk=by.pk)  # so that two taps come one after the other
        if same := cls._same(student, by, title, text, photos, attachments, at):
            _discard(photos, attachments)
            return same
        work = cls.objects.create(
            school=group.school, group=group, student=student, author=by, title=title, text=text, at=at,
            language=language_of(f"{title} {text}", by.language), whom=sharing.whom,
            until_on=sharing.until_on,
        )  # fmt: skip
        work._carry(photos, attachments)
        work._name(sharing.readers)
        record("portfolio.work.added", work, by=by, at=at)
        return work

    @classmethod
    def _same(
        cls, student: Person, by: Person, title: str, text: str,
        photos: Sequence[Photo], attachments: Sequence[Attachment], at: dt.datetime,
    ) -> "Work | None":  # fmt: skip
        looks, digests = [photo.look for photo in photos], [one.digest for one in attachments]
        before = cls.objects.standing().filter(student=student, author=by, title=title, text=text)
        for work in before.filter(at__gt=at - SAME_BREATH):
            if [photo.look for photo in work.photos()] == looks:
                if [one.digest for one in work.attachments()] == digests:
                    return work
        return None

    def _carry(self, photos: Iterable[Photo], attachments: Iterable[Attachment]) -> None:
        WorkPhoto.objects.bulk_create(
            WorkPhoto(work=self, photo=photo, position=number) for number, photo in enumerate(photos)
        )
        WorkAttachment.objects.bulk_create(
            WorkAttachment(work=self, attachment=one, position=number)
            for number, one in enumerate(attachments)
        )

    def photos(self) -> list[Photo]:
        """All of them, for its verbs; readers get what shown_to() gives."""
        rows = WorkPhoto.objects.filter(work=self).select_related("photo__film")
        return [row.photo for row in rows.order_by("position", "pk")]

    def attachments(self) -> list[Attachment]:
        return WorkAttachment.of([self.pk]).get(self.pk, [])

    @transaction.atomic
    def approve(self, *, by: Person, at: dt.datetime) -> None:
        """Somebody who may say so looked at it: from now on it is for whom it is for."""
        seen, is_new = WorkLook.objects.get_or_create(
            work=self, defaults={"by": by, "at": at, "for_class": self.whom == ForWhom.CLASS}
        )
        if is_new:
            record("portfolio.work.shown", self, by=by, at=at)
            translate_for_home(self, self.texts.values(), at=at)
        elif self.whom == ForWhom.CLASS and not seen.for_class:
            WorkLook.objects.filter(pk=seen.pk).update(for_class=True, by=by, at=at)
            record("portfolio.work.shown_to_class", self, by=by, at=at)

    @transaction.atomic
    def share(self, sharing: Sharing, *, by: Person, at: dt.datetime) -> None:
        """For others than before. What the class sees for the first time, the teacher looks at first."""
        same = (self.whom, self.until_on) == (sharing.whom, sharing.until_on)
        if same and self.readers() == set(sharing.readers):
            return
        self.whom, self.until_on = sharing.whom, sharing.until_on
        self.save(update_fields=["whom", "until_on"])
        if self.whom != ForWhom.CLASS:
            WorkLook.objects.filter(work=self).update(for_class=False)
        WorkReader.objects.filter(work=self).delete()
        self._name(sharing.readers)
        record("portfolio.work.shared", self, by=by, at=at)

    def readers(self) -> set[int]:
        """The keys of the guardians whom she chose."""
        return set(WorkReader.objects.filter(work=self).values_list("guardian", flat=True))

    def _name(self, readers: Collection[int]) -> None:
        chosen = readers if self.whom == ForWhom.CHOSEN else ()
        WorkReader.objects.bulk_create(WorkReader(work=self, guardian_id=key) for key in sorted(chosen))

    @transaction.atomic
    def change(self, title: str, text: str, *, by: Person, at: dt.datetime) -> None:
        """Other words are a new version; what it said stays as it was."""
        kept = Work.objects.select_for_update().get(pk=self.pk)
        if (kept.title, kept.text) == (title, text):
            return
        WorkVersion.objects.create(
            work=self, number=kept.version, title=kept.title, text=kept.text, until=at, by=by
        )
        forget(kept.texts.values())
        self.title, self.text, self.version = title, text, kept.version + 1
        self.language = language_of(f"{title} {text}", by.language)
        self.save(update_fields=["title", "text", "version", "language"])
        record("portfolio.work.changed", self, by=by, at=at)
        translate_for_home(self, self.texts.values(), at=at)

    @transaction.atomic
    def remove(self, *, by: Person, at: dt.datetime) -> None:
        """Gone for everybody, photos, voices and earlier versions."""
        _row, is_new = WorkRemoval.objects.get_or_create(work=self, defaults={"by": by, "at": at})
        if not is_new:
            return
        take_back(self, school=self.school, at=at)
        self.discard_media()
        WorkVersion.objects.filter(work=self).delete()
        Work.objects.filter(pk=self.pk).update(title="", text="")
        record("portfolio.work.removed", self, by=by, at=at)

    def discard_media(self) -> None:
        _discard(self.photos(), self.attachments())


def _discard(photos: Iterable[Photo], attachments: Iterable[Attachment]) -> None:
    for photo in photos:
        photo.discard()
    for one in attachments:
        one.discard()


class WorkLook(models.Model):
    """It may be shown because this row exists: a teacher looked, or the student is old enough."""

    work = models.OneToOneField(Work, models.CASCADE, related_name="look")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    for_class = models.BooleanField()  # also for her class


class WorkReader(models.Model):
    """A guardian whom the student chose for this piece of work."""

    work = models.ForeignKey(Work, models.CASCADE, related_name="+")
    guardian = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["work", "guardian"], name="a_reader_once_a_work")]


class WorkVersion(models.Model):
    """What it said before. It is never changed."""

    work = models.ForeignKey(Work, models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=80, blank=True)
    text = models.TextField(max_length=3_000, blank=True)
    until = models.DateTimeField()  # when the next one came
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["work", "number"], name="one_work_a_version")]


class WorkRemoval(models.Model):
    """The work is gone because this row exists."""

    work = models.OneToOneField(Work, models.CASCADE, related_name="removal")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

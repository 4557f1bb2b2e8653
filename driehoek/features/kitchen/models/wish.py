"""Vraag mij eens: what a child would like to be asked at home this week, picked, written or spoken."""

import datetime as dt

from django.db import models, transaction
from django.urls import reverse

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.backbone.media.models import Attachment, Voice
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import forget, want
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.kitchen.bank import Ready, by_key
from driehoek.features.kitchen.choosing import monday_of
from driehoek.features.kitchen.own_language import languages_at_home


class Wish(Guarded):
    """One a week: it leads the table at home. Picked from three of ours, or her own."""

    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    school = models.ForeignKey(School, models.CASCADE, related_name="+")  # whose leaders keep order
    week = models.DateField()  # its Monday
    picked = models.CharField(max_length=40, blank=True)  # the key of ours; or, without one, hers:
    words = models.CharField(max_length=160, blank=True)  # empty when she only spoke it
    language = models.CharField(max_length=8, default="nl")
    at = models.DateTimeField()

    told: Told  # its words for one reader, put there by put_in_words()
    voices: list[Attachment]  # what she spoke, one or none, put there by seating.seat()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["student", "week"], name="one_wish_a_week")]

    @property
    def key(self) -> str:
        return f"wish-{self.pk}"

    @property
    def ready(self) -> Ready | None:
        return by_key(self.picked) if self.picked else None

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name."""
        if self.ready:
            return {"ask": self.ready.text}
        if not self.words:
            return {}
        return {"ask": Text(self.words, self.language, self.school_id, within=f"child-{self.student_id}")}

    @property
    def spoken_text(self) -> str:
        return self.ready.text.words if self.ready else self.words

    def get_absolute_url(self) -> str:
        return reverse("home:table")

    @classmethod
    @transaction.atomic
    def ask(
        cls, student: Person, school: School, words: str, *,
        picked: str, at: dt.datetime, voice: Attachment | None = None,
    ) -> "Wish":  # fmt: skip
        """The first of this week stays; saying it again changes nothing."""
        said = {"words": "" if picked else words, "picked": picked, "school": school, "at": at}
        said["language"] = language_of(words, student.language)
        wish, is_new = cls.objects.get_or_create(student=student, week=monday_of(day_of(at)), defaults=said)
        if is_new:
            WishVoice.carry(wish.pk, voice)
            record("kitchen.wish.asked", wish, by=student, at=at)
            want(wish.texts.values() if wish.words else (), languages_at_home(student, at), at=at)
        return wish

    @transaction.atomic
    def take_back(self, *, at: dt.datetime) -> None:
        """Then she may ask another one."""
        WishVoice.silence([self.pk])
        gone, _rows = Wish.objects.filter(pk=self.pk).delete()
        if gone:
            forget(self.texts.values() if self.words else (), by_hand=True)
            record("kitchen.wish.taken_back", self.student, by=self.student, at=at)


class WishVoice(Voice):
    """Her question, spoken: heard by who reads it, and so never by school."""

    CARRIER = "wish"

    wish = models.OneToOneField(Wish, models.CASCADE, related_name="voice")

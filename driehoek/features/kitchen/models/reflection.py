"""Nadenken: what a child answers when she looks back on her week. For home; for her teacher if she likes."""

import datetime as dt

from django.db import models, transaction
from django.urls import reverse

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.backbone.media.models import Attachment, Voice
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Shown, Told
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import forget, want
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.kitchen.bank import to_reflect
from driehoek.features.kitchen.choosing import monday_of
from driehoek.features.kitchen.own_language import languages_at_home

OF_THE_WEEK = "week"  # asked nothing: what she says beside her weekly summary


class Reflection(Guarded):
    """Her answer to the question of one week, written or spoken."""

    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    week = models.DateField()  # its Monday
    asked = models.CharField(max_length=40)  # the key of the question
    text = models.TextField(max_length=1_500, blank=True)
    language = models.CharField(max_length=8, default="nl")
    for_teacher = models.BooleanField(default=False)
    at = models.DateTimeField()

    told: Told  # its text for one reader, put there by put_in_words()
    voices: list[Attachment]  # what she spoke, one or none, put there by looking_back.answers_of()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["student", "week"], name="one_reflection_a_week")]

    @property
    def question(self) -> Shown | None:
        """What she answered, in the language of the page; nothing when she told it of herself."""
        every = (*to_reflect(older=False), *to_reflect(older=True))
        return next((ready.shown for ready in every if ready.key == self.asked), None)

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name."""
        here = f"child-{self.student_id}"
        return {"text": Text(self.text, self.language, self.school_id, within=here)} if self.text else {}

    @property
    def spoken_text(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return f"{reverse('children:detail', args=[self.student_id])}#nadenken"

    @classmethod
    @transaction.atomic
    def give(
        cls, student: Person, school: School, asked: str, text: str, *,
        for_teacher: bool, at: dt.datetime, voice: Attachment | None = None,
    ) -> "Reflection":  # fmt: skip
        """Said again in the same week, it takes the place of what she said before. Home hears of it once."""
        week = monday_of(day_of(at))
        before = cls.objects.filter(student=student, week=week).first()
        fresh = {"school": school, "asked": asked, "text": text, "for_teacher": for_teacher, "at": at}
        fresh["language"] = language_of(text, student.language)
        given, is_new = cls.objects.update_or_create(student=student, week=week, defaults=fresh)
        given._speak(voice, in_words=bool(text))
        if before and before.texts != given.texts:
            forget(before.texts.values(), by_hand=True)
        want(given.texts.values(), languages_at_home(student, at), at=at)
        if is_new:
            record("kitchen.reflection.given", given, by=student, at=at)
        return given

    def _speak(self, voice: Attachment | None, *, in_words: bool) -> None:
        if voice is None and not in_words:  # nothing else was said: what she spoke before stays
            return
        if not ReflectionVoice.is_the_same(self.pk, voice):
            ReflectionVoice.silence([self.pk])
            ReflectionVoice.carry(self.pk, voice)

    @transaction.atomic
    def take_back(self, *, at: dt.datetime) -> None:
        ReflectionVoice.silence([self.pk])
        gone, _rows = Reflection.objects.filter(pk=self.pk).delete()
        if gone:
            forget(self.texts.values(), by_hand=True)
            record("kitchen.reflection.taken_back", self.student, by=self.student, at=at)


class ReflectionVoice(Voice):
    """What she spoke: heard by who reads her answer."""

    CARRIER = "reflection"

    reflection = models.OneToOneField(Reflection, models.CASCADE, related_name="+")

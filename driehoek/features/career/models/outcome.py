"""What came out of an assignment, as the student or one of her guardians says it."""

import datetime as dt
from typing import Any  # the fields of one row

from django.db import models, transaction

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.backbone.media.models import Attachment, Voice
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import forget
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.career.models.assignment import Assignment
from driehoek.features.career.own_language import translate_for_home, translate_for_school


class Outcome(Guarded):
    """One from each of them. What a guardian says is hers and the student's: the other home never reads it,
    and school only what the student brings to a talk."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="+")
    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    author = models.ForeignKey(Person, models.CASCADE, related_name="+")
    together = models.BooleanField(default=False)  # that they did it
    text = models.TextField(max_length=1_500, blank=True)
    language = models.CharField(max_length=8, default="nl")
    at = models.DateTimeField()

    told: Told  # its text for one reader, put there by put_in_words()
    voices: list[Attachment]  # what was spoken, one or none, put there by with_voices()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assignment", "author"], name="one_outcome_from_each")]
        indexes = [models.Index(fields=["student", "at"])]

    def __str__(self) -> str:
        return f"Outcome {self.pk}"

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name."""
        here = f"child-{self.student_id}"
        return {"text": Text(self.text, self.language, self.school_id, within=here)} if self.text else {}

    @property
    def spoken_text(self) -> str:
        return self.text

    @property
    def is_by_her(self) -> bool:
        return self.author_id == self.student_id

    @property
    def is_brought(self) -> bool:
        return hasattr(self, "brought")

    @property
    def corner(self) -> str:
        return "child" if self.is_by_her else "home"

    def get_absolute_url(self) -> str:
        return f"{self.assignment.get_absolute_url()}#antwoord-{self.pk}"

    @classmethod
    @transaction.atomic
    def tell(
        cls, assignment: Assignment, text: str, *, together: bool, by: Person, at: dt.datetime,
        voice: Attachment | None = None,
    ) -> "Outcome":  # fmt: skip
        """Told again, it takes the place of what was told before; the others hear of it once. Raises
        Assignment.DoesNotExist when the mentor took it back meanwhile."""
        Assignment.objects.select_for_update().get(pk=assignment.pk)
        mine: dict[str, Any] = {"assignment": assignment, "author": by}
        before = cls.objects.filter(**mine).first()
        fresh = {"together": together, "text": text, "language": language_of(text, by.language), "at": at}
        fresh |= {"student": assignment.student, "school": assignment.school}
        outcome, is_new = cls.objects.update_or_create(**mine, defaults=fresh)
        is_other = outcome._speak(voice, in_words=bool(text) and not (before and before.text == text))
        if before and before.texts != outcome.texts:
            forget(before.texts.values(), by_hand=True)
            is_other = True
        if is_other and not outcome.is_by_her:  # she chose other words than these
            Brought.objects.filter(outcome=outcome).delete()
        outcome._translate(at=at)
        if is_new or is_other:
            record(f"career.outcome.{'told' if is_new else 'changed'}", outcome, by=by, at=at)
        return outcome

    def _speak(self, voice: Attachment | None, *, in_words: bool) -> bool:
        """Whether it sounds otherwise now. Without other words, what was spoken before stays: the form comes
        with the words of before, and a voice does not."""
        if (voice is None and not in_words) or OutcomeVoice.is_the_same(self.pk, voice):
            return False
        OutcomeVoice.silence([self.pk])
        OutcomeVoice.carry(self.pk, voice)
        return True

    def _translate(self, *, at: dt.datetime) -> None:
        """For home, and for school where she brings it already."""
        translate_for_home(self, at=at)
        if Brought.objects.filter(outcome=self).exists():
            translate_for_school(self, at=at)

    @transaction.atomic
    def take_back(self, *, by: Person, at: dt.datetime) -> None:
        OutcomeVoice.silence([self.pk])
        gone, _rows = Outcome.objects.filter(pk=self.pk).delete()
        if gone:
            forget(self.texts.values(), by_hand=True)
            record("career.outcome.taken_back", self.student, by=by, at=at)

    @transaction.atomic
    def bring(self, *, at: dt.datetime) -> None:
        """To the talk about her: who mentors her reads it from now on."""
        _row, is_new = Brought.objects.get_or_create(outcome=self, defaults={"at": at})
        if is_new:
            translate_for_school(self, at=at)
            record("career.outcome.brought", self, by=self.student, at=at)

    @transaction.atomic
    def leave(self, *, at: dt.datetime) -> None:
        gone, _rows = Brought.objects.filter(outcome=self).delete()
        if gone:
            record("career.outcome.left", self, by=self.student, at=at)


class OutcomeVoice(Voice):
    """What was spoken: heard by who reads it."""

    CARRIER = "outcome"

    outcome = models.OneToOneField(Outcome, models.CASCADE, related_name="+")


class Brought(models.Model):
    """The student brings it to the talk, because this row exists."""

    outcome = models.OneToOneField(Outcome, models.CASCADE, related_name="brought")
    at = models.DateTimeField()

"""What a parent of the class, or whoever works with it, answers."""

import datetime as dt

from django.db import models, transaction

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import record
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.moderation.rewording import reword, take_back
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.facts.people.models import Person
from driehoek.features.questions.models.question import QUIET, SAME_BREATH, Question
from driehoek.features.questions.models.voice import AnswerVoice
from driehoek.features.questions.own_language import translate_for_class

ANSWERING = (Corner.SCHOOL, Corner.HOME)  # the board is for grown-ups


class AnswerQuerySet(GuardedQuerySet["Answer"]):
    def with_people(self) -> "AnswerQuerySet":
        return self.select_related("author__portrait", "question__group__school").order_by("due_at", "pk")


class Answer(Guarded):
    """Read by whoever reads the question; what school answers in the evening from `due_at` on, unless it says
    why not (`hurry`)."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="+")
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    corner = models.CharField(max_length=6, choices=[(corner.value, corner.label) for corner in ANSWERING])
    text = models.TextField(max_length=1_000)
    language = models.CharField(max_length=8, default="nl")
    at = models.DateTimeField()
    due_at = models.DateTimeField()
    hurry = models.CharField(max_length=200, blank=True)
    edited_at = models.DateTimeField(null=True, blank=True)

    told: Told  # its text for one reader, put there by put_in_words()

    objects = AnswerQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        indexes = [models.Index(fields=["question", "at"])]

    def get_absolute_url(self) -> str:
        return f"{self.question.get_absolute_url()}#antwoord-{self.pk}"

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name."""
        if not self.text:
            return {}
        return {"text": Text(self.text, self.language, self.question.group.school_id)}

    @property
    def spoken_text(self) -> str:
        return self.text

    def voices(self) -> list[Attachment]:
        """What of it was spoken: one or none."""
        return AnswerVoice.heard_in(self.pk)

    @classmethod
    @transaction.atomic
    def give(
        cls, question: Question, text: str, *, by: Person, corner: str, at: dt.datetime,
        voice: Attachment | None = None, due_at: dt.datetime | None = None, hurry: str = "",
    ) -> "Answer":  # fmt: skip
        """Sent twice, it is answered once. Who asked hears of it once for all that come in a short time."""
        Question.objects.select_for_update().get(pk=question.pk)
        same = cls.objects.filter(question=question, author=by, corner=corner, text=text)
        for given in same.filter(at__gt=at - SAME_BREATH, removal=None):
            if AnswerVoice.is_the_same(given.pk, voice):
                return given
        answer = cls.objects.create(
            question=question,
            author=by,
            corner=corner,
            text=text,
            language=language_of(text, by.language),
            at=at,
            due_at=due_at or at,
            hurry=hurry,
        )
        AnswerVoice.carry(answer.pk, voice)
        record("questions.answer.given", answer, by=by, at=at)
        if hurry:
            record("questions.answer.hurried", answer, by=by, at=at)
        if by != question.author:
            record("questions.question.answered", question, by=by, at=at, due_at=answer.due_at + QUIET)
        translate_for_class(answer.texts.values(), question.group, at=at)
        return answer

    @transaction.atomic
    def edit(self, text: str, *, by: Person, at: dt.datetime) -> None:
        """Other words; what it said is kept apart for a while."""
        if reword(self, text, school=self.question.group.school, at=at):
            record("questions.answer.edited", self, by=by, at=at)
            translate_for_class(self.texts.values(), self.question.group, at=at)

    @transaction.atomic
    def remove(self, *, by: Person, at: dt.datetime) -> None:
        """Gone for everybody; what it said is kept apart for a while."""
        _row, is_new = AnswerRemoval.objects.get_or_create(answer=self, defaults={"by": by, "at": at})
        if not is_new:
            return
        take_back(self, school=self.question.group.school, at=at)
        AnswerVoice.silence([self.pk])
        Answer.objects.filter(pk=self.pk).update(text="")
        record("questions.answer.removed", self, by=by, at=at)


class AnswerRemoval(models.Model):
    """The answer is gone because this row exists."""

    answer = models.OneToOneField(Answer, models.CASCADE, related_name="removal")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

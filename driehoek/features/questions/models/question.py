"""Something practical that one parent asks the others of a class: open, solved, or old."""

import datetime as dt

from django.db import models, transaction
from django.db.models import BooleanField, ExpressionWrapper, Q
from django.urls import reverse

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import record
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.moderation.rewording import reword, take_back
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.questions.models.voice import QuestionVoice
from driehoek.features.questions.own_language import translate_for_class

SAME_BREATH = dt.timedelta(minutes=5)  # the same words again within this time are one question, sent twice
OPEN_FOR = dt.timedelta(days=14)
KEPT = dt.timedelta(days=400)  # a school year, and what is over stays to be found for a while
QUIET = dt.timedelta(minutes=15)  # answers in this time are told once, and one may still change one's words


class QuestionQuerySet(GuardedQuerySet["Question"]):
    def open_first(self, now: dt.datetime) -> "QuestionQuerySet":
        """And the newest first among them."""
        is_open = ExpressionWrapper(Q(closing=None, closes_at__gt=now), output_field=BooleanField())
        return self.annotate(is_open_now=is_open).order_by("-is_open_now", "-asked_at", "-pk")

    def with_people(self) -> "QuestionQuerySet":
        return self.select_related("author__portrait", "group__school", "closing")

    def forget_old(self, now: dt.datetime) -> int:
        gone, _rows = self.filter(asked_at__lt=now - KEPT).delete()
        return gone


class Question(Guarded):
    """For the parents of one class, who sit in it today."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="+")
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    text = models.TextField(max_length=600)
    language = models.CharField(max_length=8, default="nl")
    asked_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField()

    told: Told  # its text for one reader, put there by put_in_words()

    objects = QuestionQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        indexes = [models.Index(fields=["group", "asked_at"])]

    def get_absolute_url(self) -> str:
        return reverse("questions:question", args=[self.pk])

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name."""
        if not self.text:
            return {}
        return {"text": Text(self.text, self.language, self.group.school_id)}

    @property
    def spoken_text(self) -> str:
        return self.text

    def voices(self) -> list[Attachment]:
        """What of it was spoken: one or none."""
        return QuestionVoice.heard_in(self.pk)

    @property
    def is_solved(self) -> bool:
        return hasattr(self, "closing")

    def is_open(self, now: dt.datetime) -> bool:
        return not self.is_solved and self.closes_at > now

    @classmethod
    @transaction.atomic
    def ask(
        cls, group: Group, text: str, *, by: Person, at: dt.datetime, voice: Attachment | None = None
    ) -> "Question":
        """Sent twice, it is asked once."""
        Person.objects.select_for_update().get(pk=by.pk)  # so that two at once come one after the other
        same = cls.objects.filter(group=group, author=by, text=text, asked_at__gt=at - SAME_BREATH)
        for asked in same.filter(removal=None):
            if QuestionVoice.is_the_same(asked.pk, voice):
                return asked
        question = cls.objects.create(
            group=group,
            author=by,
            text=text,
            language=language_of(text, by.language),
            asked_at=at,
            closes_at=at + OPEN_FOR,
        )
        QuestionVoice.carry(question.pk, voice)
        record("questions.question.asked", question, by=by, at=at)
        translate_for_class(question.texts.values(), group, at=at)
        return question

    @transaction.atomic
    def edit(self, text: str, *, by: Person, at: dt.datetime) -> None:
        """Other words; what it said is kept apart for a while."""
        if reword(self, text, school=self.group.school, at=at):
            record("questions.question.edited", self, by=by, at=at)
            translate_for_class(self.texts.values(), self.group, at=at)

    @transaction.atomic
    def close(self, *, by: Person, at: dt.datetime) -> None:
        """It is solved; nobody need answer any more."""
        _row, is_new = Closing.objects.get_or_create(question=self, defaults={"by": by, "at": at})
        if is_new:
            record("questions.question.solved", self, by=by, at=at)

    @transaction.atomic
    def reopen(self, *, by: Person, at: dt.datetime) -> None:
        """Asked anew, for as long as the first time."""
        Question.objects.select_for_update().get(pk=self.pk)
        if Question.objects.filter(pk=self.pk, closing=None, closes_at__gt=at).exists():
            return
        Closing.objects.filter(question=self).delete()
        self.closes_at = at + OPEN_FOR
        self.save(update_fields=["closes_at"])
        record("questions.question.reopened", self, by=by, at=at)

    @transaction.atomic
    def remove(self, *, by: Person, at: dt.datetime) -> None:
        """Gone for everybody, with what was answered; what it said is kept apart for a while."""
        _row, is_new = Removal.objects.get_or_create(question=self, defaults={"by": by, "at": at})
        if not is_new:
            return
        take_back(self, school=self.group.school, at=at)
        QuestionVoice.silence([self.pk])
        Question.objects.filter(pk=self.pk).update(text="")
        record("questions.question.removed", self, by=by, at=at)


class Closing(models.Model):
    """The question is solved because this row exists."""

    question = models.OneToOneField(Question, models.CASCADE, related_name="closing")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Removal(models.Model):
    """The question is gone because this row exists."""

    question = models.OneToOneField(Question, models.CASCADE, related_name="removal")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

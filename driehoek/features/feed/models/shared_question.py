"""A private question that the school would like to answer for all, without the name of whoever asked."""

import datetime as dt
from hashlib import blake2b
from typing import TYPE_CHECKING, Self

from django.db import models, transaction

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import record
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import forget, languages_of, want
from driehoek.facts.people.models import Person
from driehoek.features.feed.models.comment import Comment
from driehoek.features.feed.models.own_language import translate_for_all

if TYPE_CHECKING:
    from driehoek.features.feed.models.post import Post


class SharedQuestionQuerySet(GuardedQuerySet["SharedQuestion"]):
    def agreed(self) -> Self:
        """Those that all may read, because the asker said yes to these very words."""
        return self.filter(verdict__agrees=True)

    def with_verdicts(self) -> Self:
        return self.select_related("verdict", "by", "comment__post").order_by("at", "pk")


class SharedQuestion(Guarded):
    """The question and the answer, in the words that all would read. Nobody does before the asker agrees."""

    comment = models.OneToOneField(Comment, models.CASCADE, related_name="+")
    question = models.CharField(max_length=400)
    answer = models.TextField(max_length=2_000)
    language = models.CharField(max_length=8, default="nl")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    due_at = models.DateTimeField()  # from when on others read it, after her yes: school's next hours

    told: Told  # both for one reader, put there by put_in_words()

    objects = SharedQuestionQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    @property
    def words(self) -> str:
        """Which words these are: what one agrees to is what one read."""
        return blake2b(f"{self.question}\0{self.answer}".encode(), digest_size=12).hexdigest()

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name. School may leave the question as the parent wrote it."""
        said = {"question": self.question, "answer": self.answer}
        school, here = self.comment.post.school_id, f"question-{self.pk}"  # its words come from a line
        return {
            name: Text(words, language_of(words, self.language), school, within=here)
            for name, words in said.items()
        }

    @property
    def post(self) -> "Post":
        return self.comment.post

    @property
    def spoken_text(self) -> str:
        return f"{self.question}\n\n{self.answer}"

    @property
    def is_agreed(self) -> bool:
        return hasattr(self, "verdict") and self.verdict.agrees

    @property
    def is_refused(self) -> bool:
        return hasattr(self, "verdict") and not self.verdict.agrees

    @classmethod
    @transaction.atomic
    def propose(
        cls, comment: Comment, *, question: str, answer: str, by: Person, at: dt.datetime, due_at: dt.datetime
    ) -> "SharedQuestion":
        """Ask the asker. Other words than before ask anew, and what stood there is gone until then."""
        Comment.objects.select_for_update().get(pk=comment.pk)
        known = cls.objects.filter(comment=comment).first()
        if known and (known.question, known.answer) == (question, answer):
            return known
        if known:
            forget(known.texts.values())
            known.delete()
        row = cls.objects.create(
            comment=comment, question=question, answer=answer, language=by.language, by=by, at=at,
            due_at=due_at,
        )  # fmt: skip
        record("feed.sharedquestion.proposed", row, by=by, at=at)
        want(row.texts.values(), languages_of(comment.author.language), at=at)
        return row

    @transaction.atomic
    def decide(self, agrees: bool, *, words: str, by: Person, at: dt.datetime) -> bool:
        """Yes, no, or no longer. False: these are not the words that she read."""
        row = SharedQuestion.objects.select_for_update().get(pk=self.pk)
        if agrees and row.words != words:
            return False
        known = Verdict.objects.filter(shared_question=row).first()
        if known is None or known.agrees != agrees:
            Verdict.objects.update_or_create(shared_question=row, defaults={"agrees": agrees, "at": at})
            verb = "feed.sharedquestion.agreed" if agrees else "feed.sharedquestion.refused"
            record(verb, row, by=by, at=at)
            translate_for_all(row, at=at) if agrees else forget(row.texts.values())
        return True

    @transaction.atomic
    def withdraw(self, *, by: Person, at: dt.datetime) -> None:
        """The school takes it back."""
        gone, _rows = SharedQuestion.objects.filter(pk=self.pk).delete()
        if gone:
            forget(self.texts.values())
            record("feed.sharedquestion.withdrawn", self.comment, by=by, at=at)


class Verdict(models.Model):
    """What the asker said. A yes can be taken back, and then nobody else reads the question any more."""

    shared_question = models.OneToOneField(SharedQuestion, models.CASCADE, related_name="verdict")
    agrees = models.BooleanField()
    at = models.DateTimeField()

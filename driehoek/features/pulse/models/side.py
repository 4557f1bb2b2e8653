"""One side of a round: what parents are asked, or students, and what came of it. Only sums, never an answer.

An answer is added to sums and is gone. So there is no row of it that could be laid beside the row of who
answered: no key, no moment, no place in the file. A sentence has a key by lot, so that it tells no order.
"""

from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.facts.people.models import Person
from driehoek.features.pulse.models.participation import Participation, by_lot
from driehoek.features.pulse.usual import FACES, WRITTEN_IN, Readers, in_other_languages, is_usual

OPENED = "pulse.side.opened"
QUESTIONS = (1, 2)
MOST_WORDS = 280


class Side(Guarded):
    """Empty words are the usual question."""

    round = models.ForeignKey("pulse.Round", models.CASCADE, related_name="sides")
    readers = models.CharField(max_length=9, choices=Readers.choices)
    first = models.CharField(max_length=120, blank=True)
    second = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=8, default=WRITTEN_IN)
    answered = models.PositiveIntegerField(default=0)  # how many
    asked = models.PositiveIntegerField(default=0)  # how many could; known when the round is closed

    told: Told  # both questions for one reader

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "readers"], name="two_sides_of_a_round")]

    def __str__(self) -> str:
        return f"Side {self.pk}"

    @property
    def words(self) -> tuple[str, str]:
        return self.first, self.second

    @property
    def texts(self) -> dict[str, Text]:
        return {"first": self._text(0), "second": self._text(1)}

    def _text(self, number: int) -> Text:
        if words := self.words[number]:
            return Text(words, self.language, self.round.school_id)
        ours = in_other_languages(self.readers, number)
        return Text(ours[WRITTEN_IN], WRITTEN_IN, self.round.school_id, ours)

    def get_absolute_url(self) -> str:
        return reverse("pulse:answer", args=[self.pk])

    def put(self, first: str, second: str, *, by: Person) -> None:
        """Her own words, or the usual ones where she left them."""
        said = [
            "" if is_usual(self.readers, number, words) else words
            for number, words in enumerate((first, second))
        ]
        self.first, self.second = said
        self.language = language_of(" ".join(said), by.language)
        self.save(update_fields=["first", "second", "language"])

    @transaction.atomic
    def answer(self, faces: tuple[int, int], words: str, *, by: Person) -> None:
        """Once, for good: an answer that nobody can find back cannot be changed. Nothing is recorded of it,
        because a moment is a way back to a person."""
        if not Participation.note(self, by=by):
            return
        for question, face in zip(QUESTIONS, faces, strict=True):
            Tally.add(self, question, face)
        Side.objects.filter(pk=self.pk).update(answered=F("answered") + 1)
        if words:
            Sentence.objects.create(
                pk=by_lot(), side=self, words=words, language=language_of(words, by.language)
            )

    @transaction.atomic
    def pass_by(self, *, by: Person) -> None:
        """Not this time. Nobody can tell this from an answer."""
        Participation.note(self, by=by)


class Tally(Guarded):
    """So many people chose this face for this question."""

    side = models.ForeignKey(Side, models.CASCADE, related_name="tallies")
    question = models.PositiveSmallIntegerField()
    face = models.PositiveSmallIntegerField()
    times = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["side", "question", "face"], name="one_sum_of_a_face"),
            models.CheckConstraint(
                condition=Q(question__gte=QUESTIONS[0], question__lte=QUESTIONS[-1])
                & Q(face__gte=FACES[0].number, face__lte=FACES[-1].number),
                name="two_questions_and_four_faces",
            ),
        ]

    def __str__(self) -> str:
        return f"Tally {self.pk}"

    @classmethod
    def add(cls, side: Side, question: int, face: int) -> None:
        row, _is_new = cls.objects.get_or_create(side=side, question=question, face=face)
        cls.objects.filter(pk=row.pk).update(times=F("times") + 1)


class Sentence(Guarded):
    """What somebody added, in the order of the lot."""

    side = models.ForeignKey(Side, models.CASCADE, related_name="sentences")
    words = models.CharField(max_length=MOST_WORDS)
    language = models.CharField(max_length=8, default=WRITTEN_IN)

    told: Told  # for one reader

    def __str__(self) -> str:
        return f"Sentence {self.pk}"

    @property
    def texts(self) -> dict[str, Text]:
        """A person who translates it keeps it within these questions."""
        return {
            "words": Text(
                self.words, self.language, self.side.round.school_id, within=f"pulse-{self.side_id}"
            )
        }

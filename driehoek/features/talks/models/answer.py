"""What one side says before the talk: the same three questions for all, and for a start talk some more."""

import datetime as dt
from collections.abc import Iterable

from django.db import models, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.backbone.media.models import Attachment, Voice
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import forget
from driehoek.facts.people.models import Person
from driehoek.features.talks.models.side import Side
from driehoek.features.talks.tiles import Tile, chosen

LONGEST = 500


class Question(models.TextChoices):
    PROUD = "proud", _("Trots op")
    HARD = "hard", _("Moeilijk")
    HELP = "help", _("Wat helpt")
    AMBITION = "ambition", _("Later worden of doen")
    LEARNING = "learning", _("Zo ging het leren tot nu toe")


ASKED = (Question.PROUD, Question.HARD, Question.HELP)  # one on each page
MORE = (Question.AMBITION, Question.LEARNING)  # of a start talk, for who wants to
HOME = "home"  # the third of these, with readers of its own: HomeSituation


class SideWords(Guarded):
    """Something one side wrote: who reads it, is asked of the side."""

    words = models.CharField(max_length=LONGEST, blank=True)
    language = models.CharField(max_length=10, blank=True)
    at = models.DateTimeField()

    class Meta:
        abstract = True

    told: Told  # the words for one reader, put there by put_in_words()
    side: Side

    @property
    def texts(self) -> dict[str, Text]:
        talk = self.side.talk
        said = Text(self.words, self.language, talk.school_id, within=talk.within)
        return {"words": said} if self.words else {}


class Answer(SideWords):
    """One side and one question: pictures, words, or a voice."""

    side = models.ForeignKey(Side, models.CASCADE, related_name="answers")
    question = models.CharField(max_length=8, choices=Question.choices)
    tiles = models.CharField(max_length=80, blank=True)  # "reading,friends"

    class Meta:
        constraints = [models.UniqueConstraint(fields=["side", "question"], name="one_answer_a_question")]

    voices: list[Attachment]  # put there by answers_at()

    @property
    def chosen(self) -> list[Tile]:
        return chosen(self.question, self.tiles)

    @property
    def asked(self) -> str | Promise:
        return Question(self.question).label

    @classmethod
    @transaction.atomic
    def give(
        cls, side: Side, question: str, *, tiles: Iterable[str], words: str, voice: Attachment | None,
        by: Person, at: dt.datetime,
    ) -> "Answer":  # fmt: skip
        """Said again, it takes the place of what was said; an older voice stays unless there is a new one."""
        said = {"tiles": ",".join(tiles), "words": words, "language": language_of(words, by.language)}
        before = cls.objects.filter(side=side, question=question).select_related("side__talk").first()
        if before and before.words != words:
            forget(before.texts.values())
        answer, _new = cls.objects.update_or_create(side=side, question=question, defaults=said | {"at": at})
        if voice and not AnswerVoice.is_the_same(answer.pk, voice):
            AnswerVoice.silence([answer.pk])
            AnswerVoice.carry(answer.pk, voice)
        record("talks.answer.given", answer, by=by, at=at)
        return answer

    @transaction.atomic
    def take_back(self, *, by: Person, at: dt.datetime) -> None:
        """What one need not answer, and what was spoken with it."""
        AnswerVoice.silence([self.pk])
        forget(self.texts.values(), by_hand=True)
        self.delete()
        record("talks.answer.taken_back", self.side, by=by, at=at)


class AnswerVoice(Voice):
    """Whoever reads the answer hears it."""

    CARRIER = "answer"

    answer = models.OneToOneField("talks.Answer", models.CASCADE, related_name="+")


class HomeSituation(SideWords):
    """How it is at home, as one side tells it: for those at the talk, and never for another home."""

    side = models.OneToOneField(Side, models.CASCADE, related_name="home_situation")
    tiles = models.CharField(max_length=80, blank=True)  # "quiet,two"

    voices: list[Attachment]  # put there by homes_with_voices()

    @property
    def chosen(self) -> list[Tile]:
        return chosen(HOME, self.tiles)

    @classmethod
    @transaction.atomic
    def tell(
        cls, side: Side, words: str, *, by: Person, at: dt.datetime, tiles: Iterable[str] = (),
        voice: Attachment | None = None,
    ) -> None:  # fmt: skip
        """Said again, it takes the place of what was said; an older voice stays unless there is a new one."""
        before = cls.objects.filter(side=side).select_related("side__talk").first()
        if before and before.words != words:
            forget(before.texts.values(), by_hand=True)
        said = {"words": words, "tiles": ",".join(tiles), "language": language_of(words, by.language)}
        told, _new = cls.objects.update_or_create(side=side, defaults=said | {"at": at})
        if voice and not HomeVoice.is_the_same(told.pk, voice):
            HomeVoice.silence([told.pk])
            HomeVoice.carry(told.pk, voice)
        record("talks.home.told", told, by=by, at=at)

    @transaction.atomic
    def take_back(self, *, by: Person, at: dt.datetime) -> None:
        """All of it, also what was spoken."""
        HomeVoice.silence([self.pk])
        forget(self.texts.values(), by_hand=True)
        self.delete()
        record("talks.home.taken_back", self.side, by=by, at=at)


class HomeVoice(Voice):
    """Whoever reads how it is at home hears it."""

    CARRIER = "situation"

    situation = models.OneToOneField(HomeSituation, models.CASCADE, related_name="+")


def homes_with_voices(situations: Iterable[HomeSituation]) -> list[HomeSituation]:
    """Each with what was spoken, in one question."""
    found = list(situations)
    heard = HomeVoice.of(told.pk for told in found)
    for told in found:
        told.voices = heard.get(told.pk, [])
    return found

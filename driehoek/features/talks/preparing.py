"""What a side has before it while it prepares: its own answers, and what others said about the same."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any  # rows with a column beside them

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet, prefetch_related_objects
from django.urls import reverse
from django.utils.functional import Promise

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.parts import Asking, read
from driehoek.backbone.access.parts import asked as asked_at_once
from driehoek.backbone.access.viewer import Viewer, Visit
from driehoek.backbone.media.attaching import Attached
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.translation.reading import put_in_words
from driehoek.base.core.text import listed
from driehoek.features.talks.asking import HINTS, asked, questions_of, readers
from driehoek.features.talks.checking import Checking
from driehoek.features.talks.finding import find_talk
from driehoek.features.talks.models import (
    Answer,
    AnswerVoice,
    AskedAlong,
    HomeSituation,
    Question,
    Side,
    Talk,
)
from driehoek.features.talks.models.answer import ASKED, HOME, homes_with_voices

LAST = len(ASKED)


def open_side(request: Visit, pk: int) -> tuple[Talk, Side]:
    """Her own side of a talk that is still to come. Afterwards nothing is filled in any more."""
    talk, side = own_side(request, pk)
    if not talk.may_be_prepared(request.viewer.now):
        raise PermissionDenied
    prefetch_related_objects([talk], Prefetch("along", AskedAlong.objects.select_related("person")))
    return talk, side


def own_side(request: Visit, pk: int) -> tuple[Talk, Side]:
    """Of a talk that goes on, also when it was: what she did not send before it she may still send."""
    talk = find_talk(request, pk, to="attend")
    side = talk.side_of(request.viewer)
    if side is None or talk.is_off:
        raise PermissionDenied
    return talk, side


@dataclass(frozen=True)
class Said:
    """One answer as a reader gets it: what was chosen, in words, and what was spoken."""

    answer: Answer
    side: Side

    @property
    def pictures(self) -> str:
        """ "Lezen en Vrienden maken"."""
        return listed(str(tile.label) for tile in self.answer.chosen)

    @property
    def voices(self) -> list[Attachment]:
        return self.answer.voices

    @property
    def about(self) -> str | Promise:
        return self.answer.asked


class Answers:
    """Every answer of one talk that this viewer may read, in her language."""

    def __init__(self, talk: Talk, viewer: Viewer) -> None:
        self.talk, self.viewer = talk, viewer

    @classmethod
    def with_found(cls, talk: Talk, viewer: Viewer, found: list[Answer]) -> "Answers":
        """Of a page that asked for them, and put them in words, with all else it shows."""
        answers = cls(talk, viewer)
        answers._found = found
        return answers

    @cached_property
    def _found(self) -> list[Answer]:
        found = read(answers_at(self.talk, self.viewer))
        put_in_words(found, now=self.viewer.now)
        return found

    @cached_property
    def _all(self) -> list[Said]:
        sides = {side.pk: side for side in self.talk.sides.all()}
        return [Said(answer, sides[answer.side_id]) for answer in self._found]

    def of(self, side: Side) -> list[Said]:
        order = list(Question)
        mine = [said for said in self._all if said.side.pk == side.pk]
        return sorted(mine, key=lambda said: order.index(Question(said.answer.question)))

    def about(self, question: str, *, but: Side) -> list[Said]:
        """What others said about it; the child first."""
        others = [s for s in self._all if s.answer.question == question and s.side.pk != but.pk]
        return sorted(others, key=lambda said: said.side.corner != Corner.CHILD)

    def own(self, side: Side, question: str) -> Answer | None:
        return next((said.answer for said in self.of(side) if said.answer.question == question), None)


def answers_at(talk: Talk, viewer: Viewer) -> Asking[list[Answer]]:
    """With what was spoken, and not yet in words."""
    answers = AnswerVoice.hang((yield from asked_at_once(_answers, viewer, talk.pk)))
    return [one for one in answers if one.tiles or one.words or one.voices]  # else taken back


def _answers(me: Viewer, talk: int) -> QuerySet[Any]:
    seen = Answer.objects.visible_to(me).filter(side__talk=talk).select_related("side__talk", "side__person")
    return seen.annotate(heard=AnswerVoice.column()).order_by("pk")


class Page:
    """One question on one page. Of a start talk more follow the three, which one may pass over."""

    def __init__(self, talk: Talk, side: Side, viewer: Viewer, n: int) -> None:
        self.talk, self.side, self.viewer, self.n = talk, side, viewer, n
        self.questions = questions_of(side, talk)
        self.question = self.questions[n - 1]
        self.answers = Answers(talk, viewer)

    @cached_property
    def answer(self) -> Answer | HomeSituation | None:
        """Her own, as far as she gave one."""
        if self.question == HOME:
            return home_of(self.side)
        return self.answers.own(self.side, self.question)

    @property
    def words(self) -> str:
        return asked(self.question, self.side, self.talk)

    @property
    def hint(self) -> str | Promise:
        of_child = self.side.corner == Corner.CHILD and self.question == HOME  # who reads it stands below
        return "" if of_child else HINTS.get(self.question, "")

    @property
    def readers(self) -> str:
        return readers(self.side, self.talk, self.question)

    @property
    def is_home(self) -> bool:
        """It has readers of its own."""
        return self.question == HOME

    @property
    def is_extra(self) -> bool:
        """One of those that nobody needs to answer."""
        return self.n > LAST

    @property
    def place(self) -> tuple[int, int]:
        """Which one, and of how many: the three, and those that follow, each counted apart."""
        return (self.n - LAST, len(self.questions) - LAST) if self.is_extra else (self.n, LAST)

    @property
    def beside(self) -> list[Said]:
        """What others said about the same; of the child, once one chose oneself."""
        seen = self.answers.about(self.question, but=self.side)
        return seen if self.answer or self.is_extra else []

    @property
    def just_before(self) -> list[Said]:
        """What the child said about the question that was answered a moment ago."""
        if self.n == 1 or self.is_extra or self.side.corner == Corner.CHILD:
            return []
        said = self.answers.about(self.questions[self.n - 2], but=self.side)
        return [one for one in said if one.side.corner == Corner.CHILD]

    @property
    def is_last(self) -> bool:
        return self.n in (LAST, len(self.questions))

    @property
    def before(self) -> int:
        """The page before it; nothing when that is the sheet on which all stands."""
        return 0 if self.n == LAST + 1 else self.n - 1

    @property
    def after(self) -> str:
        """Where one goes on."""
        if self.is_last:
            return reverse("talks:own", args=[self.talk.pk])
        return reverse("talks:question", args=[self.talk.pk, self.n + 1])

    def attached(self, request: Visit) -> Attached:
        return Attached(self.viewer, self.talk.school, request.POST, request.FILES)


def home_of(side: Side) -> HomeSituation | None:
    """What this side told of it, with what was spoken."""
    told = HomeSituation.objects.filter(side=side).select_related("side__talk")
    return next(iter(homes_with_voices(told)), None)


class OwnSide:
    """All that one side said, to look over before it is sent."""

    def __init__(self, talk: Talk, side: Side, viewer: Viewer) -> None:
        self.talk, self.side, self.viewer = talk, side, viewer
        self.answers = Answers(talk, viewer)

    @cached_property
    def _pages(self) -> list[Page]:
        count = len(questions_of(self.side, self.talk))
        pages = [Page(self.talk, self.side, self.viewer, n) for n in range(1, count + 1)]
        for page in pages:
            page.answers = self.answers
        return pages

    @property
    def rows(self) -> list[Page]:
        """The three, each with her answer and what others said."""
        return self._pages[:LAST]

    @property
    def more(self) -> list[Page]:
        """What only a start talk asks."""
        return self._pages[LAST:]

    @property
    def checks_contact(self) -> bool:
        return Checking(self.talk, self.viewer).mine is not None

    @property
    def is_complete(self) -> bool:
        return all(page.answer for page in self.rows)

    @property
    def is_worth_sending(self) -> bool:
        """Before the talk when nothing is left; afterwards whatever there is."""
        if self.talk.is_over(self.viewer.now):
            return bool(self.answers.of(self.side))
        return self.is_complete

    @property
    def next_number(self) -> int:
        """The first question without an answer."""
        return next((page.n for page in self.rows if not page.answer), LAST)

    @property
    def readers(self) -> str:
        return readers(self.side, self.talk)

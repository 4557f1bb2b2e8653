"""What a round came to, for who leads the school: sums of enough people, and sentences without a name."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import Shown, put_in_words
from driehoek.base.shell.trend import Trend
from driehoek.features.pulse.asking import people_asked
from driehoek.features.pulse.models import Round, Sentence, Side, Tally
from driehoek.features.pulse.models.side import QUESTIONS
from driehoek.features.pulse.trend import trend_of
from driehoek.features.pulse.usual import FACES, GOOD, Face

Sums = dict[tuple[int, int], dict[int, int]]  # by side and question: how often each face was chosen


@dataclass(frozen=True)
class Part:
    """One face of one question."""

    face: Face
    times: int
    percent: int


@dataclass(frozen=True)
class Moment:
    """How many said yes or mostly, in one round."""

    name: str
    percent: int


@dataclass(frozen=True)
class Question:
    shown: Shown
    parts: list[Part]
    moments: list[Moment]  # the oldest first; this round is the last
    trend: Trend | None

    @property
    def good(self) -> int:
        return self.moments[-1].percent

    @property
    def before(self) -> Moment | None:
        return self.moments[-2] if len(self.moments) > 1 else None


@dataclass(frozen=True)
class SideOutcome:
    """Without questions it is running still, or too few answered to tell anything."""

    side: Side
    asked: int
    questions: list[Question]
    sentences: list[Sentence]

    @property
    def percent(self) -> int:
        return _percent(self.side.answered, self.asked)


class Outcome:
    """One round, beside those before it in which the same was asked."""

    def __init__(self, round_: Round, viewer: Viewer) -> None:
        self.round, self.viewer = round_, viewer

    @property
    def is_over(self) -> bool:
        return self.round.is_over(self.viewer.today)

    @property
    def has_begun(self) -> bool:
        return self.round.has_begun(self.viewer.today)

    @property
    def tells(self) -> bool:
        return any(side.questions for side in self.sides)

    @cached_property
    def sides(self) -> list[SideOutcome]:
        sides = [side for side in self._all_sides if side.round_id == self.round.pk]
        sentences = self._sentences()
        put_in_words([*sides, *(one for said in sentences.values() for one in said)], now=self.viewer.now)
        return [
            SideOutcome(side, self._asked(side), self._questions(side), sentences[side.pk]) for side in sides
        ]

    @cached_property
    def _all_sides(self) -> list[Side]:
        """Of this round and of those before it."""
        rounds = Round.objects.visible_to(self.viewer).filter(
            school=self.round.school_id, starts_on__lte=self.round.starts_on
        )
        sides = Side.objects.filter(round__in=rounds).select_related("round__school")
        return list(sides.order_by("round__starts_on", "readers"))

    def _asked(self, side: Side) -> int:
        """While it runs, of today."""
        if side.round.closed_at:
            return side.asked
        day = min(max(self.viewer.today, side.round.starts_on), side.round.ends_on)
        return max(people_asked(side, day).count(), side.answered)

    @cached_property
    def _sums(self) -> Sums:
        found: Sums = defaultdict(dict)
        seen = Tally.objects.visible_to(self.viewer).filter(side__in=self._all_sides)
        for side, question, face, times in seen.values_list("side", "question", "face", "times"):
            found[side, question][face] = times
        return found

    def _sentences(self) -> dict[int, list[Sentence]]:
        found: dict[int, list[Sentence]] = defaultdict(list)
        seen = Sentence.objects.visible_to(self.viewer).filter(side__round=self.round)
        for one in seen.select_related("side__round").order_by("pk"):  # keys were drawn by lot
            found[one.side_id].append(one)
        return found

    def _questions(self, side: Side) -> list[Question]:
        if not any((side.pk, question) in self._sums for question in QUESTIONS):
            return []
        return [self._question(side, question) for question in QUESTIONS]

    def _question(self, side: Side, question: int) -> Question:
        shown = list(side.told.values())[question - 1]
        chosen = self._sums[side.pk, question]
        total = sum(chosen.values())
        parts = [
            Part(face, chosen.get(face.number, 0), _percent(chosen.get(face.number, 0), total))
            for face in FACES
        ]
        moments = list(self._moments(side, question))
        return Question(shown, parts, moments, trend_of([one.percent for one in moments]))

    def _moments(self, side: Side, question: int) -> Iterable[Moment]:
        """A line through different questions would lie."""
        for one in self._all_sides:
            same = one.readers == side.readers and one.words[question - 1] == side.words[question - 1]
            if same and (chosen := self._sums.get((one.pk, question))):
                good = sum(times for face, times in chosen.items() if face in GOOD)
                yield Moment(one.round.name, _percent(good, sum(chosen.values())))


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0

"""What a side has before it while it prepares: its own answers, and what others said about the same."""

from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import PermissionDenied
from django.utils.functional import Promise

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.viewer import Viewer, Visit
from driehoek.backbone.media.attaching import Attached
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.translation.reading import put_in_words
from driehoek.base.core.text import listed
from driehoek.features.talks.asking import asked, numbered, readers
from driehoek.features.talks.finding import find_talk
from driehoek.features.talks.models import Answer, HomeSituation, Kind, Question, Side, Talk
from driehoek.features.talks.models.answer import ASKED, MORE, with_voices

LAST = len(ASKED)


def open_side(request: Visit, pk: int) -> tuple[Talk, Side]:
    """Her own side of a talk that is still to come. Afterwards nothing is filled in any more."""
    talk = find_talk(request, pk, to="attend")
    side = talk.side_of(request.viewer)
    if side is None or not talk.may_be_prepared(request.viewer.now):
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

    @cached_property
    def _all(self) -> list[Said]:
        seen = Answer.objects.visible_to(self.viewer).filter(side__talk=self.talk)
        seen = seen.exclude(question__in=MORE, words="")  # taken back
        found = with_voices(seen.select_related("side__talk", "side__person").order_by("pk"))
        put_in_words(found, now=self.viewer.now)
        sides = {side.pk: side for side in self.talk.sides.all()}
        return [Said(answer, sides[answer.side_id]) for answer in found]

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


class Page:
    """One question on one page."""

    def __init__(self, talk: Talk, side: Side, viewer: Viewer, n: int) -> None:
        self.talk, self.side, self.viewer, self.n = talk, side, viewer, n
        self.question = numbered(n)
        self.answers = Answers(talk, viewer)

    @property
    def answer(self) -> Answer | None:
        return self.answers.own(self.side, self.question)

    @property
    def words(self) -> str:
        return asked(self.question, self.side, self.talk)

    @property
    def readers(self) -> str:
        return readers(self.side, self.talk)

    @property
    def beside(self) -> list[Said]:
        """What others said about the same; of the child, once one chose oneself."""
        return self.answers.about(self.question, but=self.side)

    @property
    def just_before(self) -> list[Said]:
        """What the child said about the question that was answered a moment ago."""
        if self.n == 1 or self.side.corner == Corner.CHILD:
            return []
        said = self.answers.about(numbered(self.n - 1), but=self.side)
        return [one for one in said if one.side.corner == Corner.CHILD]

    @property
    def is_last(self) -> bool:
        return self.n == LAST

    @property
    def before(self) -> int:
        return self.n - 1

    def attached(self, request: Visit) -> Attached:
        return Attached(self.viewer, self.talk.school, request.POST, request.FILES)


class OwnSide:
    """All that one side said, to look over before it is sent."""

    def __init__(self, talk: Talk, side: Side, viewer: Viewer) -> None:
        self.talk, self.side, self.viewer = talk, side, viewer
        self.answers = Answers(talk, viewer)

    @cached_property
    def rows(self) -> list[tuple[int, str, Answer | None, list[Said]]]:
        """Each question with its number, her answer, and what others said."""
        return [
            (n, asked(question, self.side, self.talk), self.answers.own(self.side, question),
             self.answers.about(question, but=self.side))
            for n, question in enumerate(ASKED, 1)
        ]  # fmt: skip

    @property
    def said(self) -> dict[int, Said]:
        """Her own answers by the number of the question."""
        mine = {said.answer.question: said for said in self.answers.of(self.side)}
        return {n: mine[question] for n, question in enumerate(ASKED, 1) if question in mine}

    @property
    def is_complete(self) -> bool:
        return len(self.said) == LAST

    @property
    def next_number(self) -> int:
        """The first question without an answer."""
        return next((n for n in range(1, LAST + 1) if n not in self.said), LAST)

    @property
    def asks_more(self) -> bool:
        return self.talk.kind == Kind.START

    @property
    def readers(self) -> str:
        return readers(self.side, self.talk)


def tell_more(side: Side, answers: dict[str, str], home: str, viewer: Viewer) -> None:
    """The blocks of a start talk, as far as something else was written than stood there."""
    said = {"tiles": (), "voice": None, "by": viewer.person, "at": viewer.now}
    had = dict(side.answers.values_list("question", "words"))
    for question, words in answers.items():
        if words != had.get(question, ""):
            Answer.give(side, question, words=words, **said)  # type: ignore[arg-type]  # of one shape
    HomeSituation.tell(side, home, by=viewer.person, at=viewer.now)

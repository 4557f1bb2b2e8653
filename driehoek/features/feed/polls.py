"""How a poll stands, as one viewer may know it: numbers only, and never so few that they tell of someone."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import Shown, Told
from driehoek.backbone.translation.texts import Text
from driehoek.features.feed.models import Poll, PollAnswer, PollOption, Post

FEWEST_TO_SPLIT = 5  # answers; below this only their number is told


@dataclass(frozen=True)
class Row:
    """One answer to choose, how many chose it (None: not told), and whether this viewer did."""

    option: PollOption
    shown: Shown  # its words, in the language of the reader
    votes: int | None
    is_mine: bool


class Ballot:
    """The poll under a post that this viewer sees; `hears` says whether she is on the school's side of it."""

    told: Told  # its question and answers for this reader, put there by put_in_words()

    def __init__(self, poll: Poll, viewer: Viewer, *, hears: bool) -> None:
        self.poll, self.viewer, self.hears = poll, viewer, hears

    @cached_property
    def options(self) -> list[PollOption]:
        """Each with how often it was chosen, and whether she did; one query."""
        given = PollAnswer.objects.filter(option=OuterRef("pk"))
        votes = given.order_by().values("option").annotate(n=Count("pk")).values("n")
        own = PollAnswer.objects.visible_to(self.viewer).filter(option=OuterRef("pk"))
        counted = PollOption.objects.annotate(votes=Coalesce(Subquery(votes), 0), is_mine=Exists(own))
        return list(counted.filter(poll=self.poll).order_by("position"))

    @property
    def texts(self) -> dict[str, Text]:
        said = {"question": self.poll.question} | {option.name: option.text for option in self.options}
        return {name: self.poll.text_of(words) for name, words in said.items()}

    @property
    def is_closed(self) -> bool:
        return self.poll.is_closed(self.viewer.now)

    @cached_property
    def may_answer(self) -> bool:
        return not self.is_closed and self.poll.allows(self.viewer, "answer")

    @property
    def mine(self) -> int | None:
        """What she chose herself."""
        return next((option.pk for option in self.options if option.is_mine), None)  # type: ignore[attr-defined]

    @property
    def tells(self) -> bool:
        """Whether she may know how it stands."""
        shows_early = self.poll.shows == Poll.Shows.VOTED and self.mine is not None
        return self.is_closed or self.hears or shows_early

    @property
    def total(self) -> int:
        return sum(option.votes for option in self.options)  # type: ignore[attr-defined]  # annotated

    @property
    def is_split(self) -> bool:
        return self.tells and self.total >= FEWEST_TO_SPLIT

    @property
    def rows(self) -> list[Row]:
        return [
            Row(
                option,
                self.told[option.name],
                option.votes if self.is_split else None,  # type: ignore[attr-defined]  # annotated
                option.pk == self.mine,
            )
            for option in self.options
        ]


class Asked:
    """What the poll of a post asks, on a card: without its answers."""

    told: Told

    def __init__(self, poll: Poll) -> None:
        self.poll = poll

    @property
    def texts(self) -> dict[str, Text]:
        return {"question": self.poll.text_of(self.poll.question)}


def ballot_of(post: Post, viewer: Viewer, *, hears: bool) -> Ballot | None:
    """The poll under a post that this viewer sees, and so its poll too."""
    poll: Poll | None = getattr(post, "poll", None)
    if poll is None:
        return None
    poll.post = post
    ballot = Ballot(poll, viewer, hears=hears)
    ballot.may_answer = not ballot.is_closed and post.may_choose  # type: ignore[attr-defined]  # annotated
    return ballot


def asked_on(posts: list[Post]) -> list[Asked]:
    """What the polls of these posts ask."""
    return [Asked(post.poll) for post in posts if hasattr(post, "poll")]

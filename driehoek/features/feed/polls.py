"""How a poll stands, as one viewer may know it: numbers only, and never so few that they tell of someone."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count

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

    def __init__(self, poll: Poll, viewer: Viewer, *, hears: bool) -> None:
        self.poll, self.viewer, self.hears = poll, viewer, hears

    @property
    def is_closed(self) -> bool:
        return self.poll.is_closed(self.viewer.now)

    @cached_property
    def may_answer(self) -> bool:
        return not self.is_closed and self.poll.allows(self.viewer, "answer")

    @cached_property
    def mine(self) -> int | None:
        """What she chose herself."""
        own = PollAnswer.objects.visible_to(self.viewer).filter(poll=self.poll)
        return own.values_list("option", flat=True).first()

    @property
    def tells(self) -> bool:
        """Whether she may know how it stands."""
        shows_early = self.poll.shows == Poll.Shows.VOTED and self.mine is not None
        return self.is_closed or self.hears or shows_early

    @cached_property
    def _counts(self) -> dict[int, int]:
        given = PollAnswer.objects.filter(poll=self.poll).values_list("option")
        return dict(given.annotate(n=Count("pk")))

    @property
    def total(self) -> int:
        return sum(self._counts.values())

    @property
    def is_split(self) -> bool:
        return self.tells and self.total >= FEWEST_TO_SPLIT

    @property
    def rows(self) -> list[Row]:
        return [
            Row(
                option,
                self.poll.told[option.name],
                self._counts.get(option.pk, 0) if self.is_split else None,
                option.pk == self.mine,
            )
            for option in self.poll.options.all()
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
    return Ballot(poll, viewer, hears=hears)


def asked_on(posts: list[Post]) -> list[Asked]:
    """What the polls of these posts ask."""
    return [Asked(post.poll) for post in posts if hasattr(post, "poll")]

"""A quiet meter beside an agreement: what was promised and what was real, in the last weeks. No ranking."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.base.core.clock import at, day_of
from driehoek.facts.schools.hours import WORKDAYS, holidays_around, next_day_at_work
from driehoek.facts.schools.models import Group
from driehoek.features.feed.models import Comment, Corner, GroupAgreement, Post
from driehoek.features.feed.models.kinds import Kind

WEEKS = 6
A_WEEK = dt.timedelta(days=7)
FEWEST = 5  # questions; with less of them a number would tell of someone


@dataclass(frozen=True)
class Week:
    """One week and how many posts came out in it."""

    monday: dt.date
    posts: int


class Meter:
    """The agreement of one group, if there is one, and how it went."""

    def __init__(self, group: Group, viewer: Viewer) -> None:
        self.group, self.viewer = group, viewer
        published = GroupAgreement.objects.visible_to(viewer).filter(group=group).select_related("group")
        self.agreement = published.allowing(viewer, "translate").first()
        put_in_words([self.agreement] if self.agreement else [], now=viewer.now)
        monday = viewer.today - dt.timedelta(days=viewer.today.weekday())
        self.mondays = [monday - number * A_WEEK for number in range(WEEKS - 1, -1, -1)]
        self.begin = at(self.mondays[0], dt.time())

    @cached_property
    def _out(self) -> list[tuple[dt.date, str]]:
        """Of each post in these weeks its day and its kind."""
        out = Post.objects.published(self.viewer.now).filter(
            group=self.group, publication__due_at__gte=self.begin
        )
        return [(day_of(moment), kind) for moment, kind in out.values_list("publication__due_at", "kind")]

    @cached_property
    def weeks(self) -> list[Week]:
        days = [day for day, _kind in self._out]
        return [Week(monday, sum(monday <= day < monday + A_WEEK for day in days)) for monday in self.mondays]

    @property
    def kinds(self) -> list[tuple[Kind, int]]:
        """How many there were of each: what was promised first, also when none came."""
        came = Counter(kind for _day, kind in self._out)
        promised = self.agreement.promised if self.agreement else []
        others = [kind for kind in Kind if kind not in promised and came[kind]]
        return [(kind, came[kind]) for kind in (*promised, *others)]

    @property
    def most(self) -> int:
        """The top of the meter."""
        return max([self.agreement.a_week if self.agreement else 1, *(week.posts for week in self.weeks)])

    @cached_property
    def _waits(self) -> list[bool]:
        """Of each private question in these weeks whose time is over: whether it was answered in time."""
        said = Comment.objects.in_lines().filter(post__group=self.group, at__gte=self.begin, removal=None)
        lines: dict[tuple[int, int | None], list[tuple[str, dt.datetime]]] = {}
        for post, line, corner, moment in said.order_by("due_at", "pk").values_list(
            "post", "thread_of", "corner", "due_at"
        ):
            lines.setdefault((post, line), []).append((corner, moment))
        judged = (self._in_time(line) for line in lines.values())
        return [verdict for verdict in judged if verdict is not None]

    def _in_time(self, line: list[tuple[str, dt.datetime]]) -> bool | None:
        """The first question of a line. None: there is none, or its time is not over."""
        asked = next((moment for corner, moment in line if corner != Corner.SCHOOL), None)
        if asked is None:
            return None
        until = self._until(asked)
        if any(corner == Corner.SCHOOL and asked < moment <= until for corner, moment in line):
            return True
        return False if until < self.viewer.now else None

    def _until(self, asked: dt.datetime) -> dt.datetime:
        """The end of the last school day on which an answer was promised."""
        day = day_of(asked)
        for _number in range(self.agreement.answers_within if self.agreement else 0):
            day = next_day_at_work(day, WORKDAYS, self._closed)
        return at(day + dt.timedelta(days=1), dt.time())

    @cached_property
    def _closed(self) -> list[tuple[dt.date, dt.date]]:
        return list(holidays_around(self.group.school, self.mondays[0]))

    @property
    def questions(self) -> int:
        """How many there were; nothing is told of fewer than five."""
        return len(self._waits) if len(self._waits) >= FEWEST else 0

    @property
    def in_time(self) -> int:
        return sum(self._waits)


def wants_week(group: Group, viewer: Viewer) -> bool:
    """On Friday, as long as nobody told what the group learned this week."""
    monday = viewer.today - dt.timedelta(days=viewer.today.weekday())
    told = Post.objects.visible_to(viewer).published(viewer.now).filter(group=group, kind=Kind.WEEK)
    friday = viewer.today.weekday() == 4
    return friday and not told.filter(publication__due_at__gte=at(monday, dt.time())).exists()

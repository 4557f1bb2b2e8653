"""Whether it goes both ways at a school: what went out, what came back, who began. Numbers, for its head."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.clock import at, day_of
from driehoek.facts.schools.hours import WORKDAYS, Closed, next_day_at_work
from driehoek.facts.schools.models import Group, Holiday, School
from driehoek.features.conversations.beginnings import Beginning, beginnings
from driehoek.features.feed.coming_back import CameBack, came_back

WEEKS = 6
FEWEST = 5  # guardians in a group, families in a conversation, questions: fewer would tell of someone
ANSWER_DAYS = 2  # school days


@dataclass(frozen=True)
class GroupShare:
    """One group, or only that it is too small to say anything of."""

    group: Group
    is_small: bool
    news: CameBack
    by_home: int  # conversations; both 0 when too few families had one
    by_school: int

    @property
    def is_quiet(self) -> bool:
        """Of most of its news nobody said a word: a question may help."""
        return not self.is_small and self.news.answered * 2 < self.news.out


@dataclass(frozen=True)
class SchoolShare:
    """One school: its groups by name, and how often a question got its answer in time."""

    school: School
    groups: list[GroupShare]
    questions: int  # 0 when there are too few
    in_time: int

    @property
    def is_quiet(self) -> bool:
        return any(share.is_quiet for share in self.groups)


@dataclass(frozen=True)
class TwoWay:
    """Six whole weeks, until last Sunday: nobody can watch a number move after one conversation."""

    viewer: Viewer

    @property
    def first_day(self) -> dt.date:
        return self.last_day - dt.timedelta(weeks=WEEKS, days=-1)

    @property
    def last_day(self) -> dt.date:
        return self.viewer.today - dt.timedelta(days=self.viewer.today.weekday() + 1)

    @cached_property
    def _span(self) -> tuple[dt.datetime, dt.datetime]:
        return at(self.first_day, dt.time()), at(self.last_day + dt.timedelta(days=1), dt.time())

    @cached_property
    def groups(self) -> list[Group]:
        today = self.viewer.today
        running = rows(Group, self.viewer, may="weigh").filter(
            year__starts_on__lte=today, year__ends_on__gte=today
        )
        return sorted(running.select_related("school"), key=lambda group: (group.school.name, group.order))

    @cached_property
    def schools(self) -> list[SchoolShare]:
        """By name, as the groups in them: never by number."""
        by_school: dict[School, list[GroupShare]] = {}
        for group in self.groups:
            by_school.setdefault(group.school, []).append(self._share_of(group))
        return [self._school(school, shares) for school, shares in by_school.items()]

    def _share_of(self, group: Group) -> GroupShare:
        if self._guardians.get(group.pk, 0) < FEWEST:
            return GroupShare(group, True, CameBack(), 0, 0)
        begun = {one.conversation: one for one in self._by_group[group.pk]}.values()
        if len({one.line for one in begun}) < FEWEST:
            begun = {}.values()
        by_home = sum(one.by_home for one in begun)
        news = self._news.get(group.pk, CameBack())
        return GroupShare(group, False, news, by_home, len(begun) - by_home)

    def _school(self, school: School, shares: list[GroupShare]) -> SchoolShare:
        asked = {one.conversation: one for one in self._begun if one.by_home and one.school == school.pk}
        closed = self._closed[school.pk]
        judged = [_in_time(one, closed, self._span[1]) for one in asked.values()]
        over = [verdict for verdict in judged if verdict is not None]
        tells = len({one.line for one in asked.values()}) >= FEWEST and len(over) >= FEWEST
        return SchoolShare(school, shares, len(over) if tells else 0, sum(over) if tells else 0)

    @cached_property
    def _keys(self) -> list[int]:
        return [group.pk for group in self.groups]

    @cached_property
    def _news(self) -> dict[int, CameBack]:
        return came_back(self._keys, *self._span)

    @cached_property
    def _begun(self) -> list[Beginning]:
        return beginnings({group.school_id for group in self.groups}, *self._span)

    @cached_property
    def _guardians(self) -> dict[int, int]:
        seats = Seat.objects.on(self.viewer.today).filter(group__in=self._keys, role=Role.GUARDIAN)
        counted = seats.filter(person__is_active=True).values("group")
        return dict(counted.annotate(n=Count("person", distinct=True)).values_list("group", "n"))

    @cached_property
    def _by_group(self) -> dict[int, list[Beginning]]:
        """A conversation counts in each group of its child."""
        about: dict[int, list[Beginning]] = defaultdict(list)
        for one in self._begun:
            about[one.student].append(one)
        found: dict[int, list[Beginning]] = defaultdict(list)
        seats = Seat.objects.on(self.viewer.today).filter(role=Role.STUDENT, group__in=self._keys)
        for group, student in seats.filter(student__in=about).values_list("group", "student").distinct():
            found[group] += about[student]
        return found

    @cached_property
    def _closed(self) -> dict[int, list[tuple[dt.date, dt.date]]]:
        found: dict[int, list[tuple[dt.date, dt.date]]] = defaultdict(list)
        holidays = Holiday.objects.filter(school__in={group.school_id for group in self.groups})
        coming = holidays.filter(ends_on__gte=self.first_day)
        for school, starts_on, ends_on in coming.values_list("school", "starts_on", "ends_on"):
            found[school].append((starts_on, ends_on))
        return found


def _in_time(asked: Beginning, closed: Closed, until: dt.datetime) -> bool | None:
    """Whether it got its answer in two school days. None: they are not over."""
    day = day_of(asked.at)
    for _number in range(ANSWER_DAYS):
        day = next_day_at_work(day, WORKDAYS, closed)
    end = at(day + dt.timedelta(days=1), dt.time())
    if asked.answered_at is not None and asked.answered_at <= end:
        return True
    return False if end <= until else None

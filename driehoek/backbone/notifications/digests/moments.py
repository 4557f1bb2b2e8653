"""When collected news comes: Friday at half past three or when she chose, on a day that school is open. What
would be over by then does not wait for it."""

import datetime as dt
from collections.abc import Iterable
from functools import cached_property

from driehoek.backbone.notifications.calm import calm_moment_of, closed_for
from driehoek.backbone.notifications.models import DigestTime, Rhythm
from driehoek.backbone.notifications.notices import Notice
from driehoek.base.core.clock import at, day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.hours import WORKDAYS, Closed, calm_time, next_day_at_work

USUAL = DigestTime()


def next_digest(rhythm: Rhythm, time: DigestTime, after: dt.datetime, closed: Closed) -> dt.datetime:
    """The first moment of hers after this one. In a holiday none comes: what is told then waits."""
    days, hour = {time.weekday}, time.weekly_at
    if rhythm == Rhythm.DAILY:
        days, hour = set(WORKDAYS), time.daily_at
    today = day_of(after)
    moment = at(today, hour)
    if today.isoweekday() in days and moment > after and calm_time(moment, closed) == moment:
        return moment
    return at(next_day_at_work(today, days, closed), hour)


def digest_time_of(person: Person) -> DigestTime:
    return DigestTime.objects.filter(person=person).first() or USUAL


def choose_time(person: Person, *, weekday: int, weekly_at: dt.time, daily_at: dt.time) -> None:
    """From now on like this; a row only where it is not what we do by ourselves."""
    chosen = {"weekday": weekday, "weekly_at": weekly_at, "daily_at": daily_at}
    if all(getattr(USUAL, name) == value for name, value in chosen.items()):
        DigestTime.objects.filter(person=person).delete()
    else:
        DigestTime.objects.update_or_create(person=person, defaults=chosen)


class Moments:
    """For the readers of one piece of news that is told now."""

    def __init__(self, notice: Notice, people: Iterable[int], now: dt.datetime) -> None:
        self.notice, self.people, self.now = notice, people, now

    def of(self, person: int, rhythm: Rhythm) -> tuple[Rhythm, dt.datetime]:
        """How soon it comes to who chose this, and when."""
        return self.at(rhythm, self._times.get(person, USUAL) if rhythm.is_collected else USUAL)

    def at(self, rhythm: Rhythm, time: DigestTime = USUAL) -> tuple[Rhythm, dt.datetime]:
        """For who has her digests at this time; without one, for whoever chose no time of her own."""
        if not rhythm.is_collected:
            return rhythm, self.calm
        moment = self._digest(rhythm, time)
        return (rhythm, moment) if self.notice.may_wait(moment, self.now) else (Rhythm.NOW, self.calm)

    def _digest(self, rhythm: Rhythm, time: DigestTime) -> dt.datetime:
        key = (rhythm, time.weekday, time.weekly_at, time.daily_at)
        if key not in self._found:
            self._found[key] = next_digest(rhythm, time, self.calm, self._closed)
        return self._found[key]

    @cached_property
    def _found(self) -> dict[object, dt.datetime]:
        return {}

    @cached_property
    def calm(self) -> dt.datetime:
        """When it comes to who wants it by itself."""
        return calm_moment_of(self.notice, self.now)

    @cached_property
    def _closed(self) -> Closed:
        return closed_for(self.notice.about.school, self.now)

    @cached_property
    def _times(self) -> dict[int, DigestTime]:
        """Asked when the first of them wants a digest."""
        return {time.person_id: time for time in DigestTime.objects.filter(person__in=list(self.people))}

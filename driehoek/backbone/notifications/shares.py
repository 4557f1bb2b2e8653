"""Who hears of one fact by one road, in the same rhythm and at the same moment: a share of its receivers.

Those who chose nothing are one share, found by the database alone. Of the others it is looked up what each of
them chose.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from driehoek.backbone.notifications.channels.roads import ROADS
from driehoek.backbone.notifications.digests.moments import Moments
from driehoek.backbone.notifications.models import Rhythm
from driehoek.backbone.notifications.notices import Notice
from driehoek.backbone.notifications.wishes import choosers, is_decided, rhythms, usual_rhythm
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person

BATCH = 500  # people who are looked at together


@dataclass(frozen=True)
class Share:
    channel: str
    people: QuerySet[Person]
    rhythm: Rhythm
    due_at: dt.datetime


def shares(notice: Notice, people: QuerySet[Person], now: dt.datetime) -> Iterator[Share]:
    """Nobody is in two of them by one road; who hears nothing by a road is in none."""
    chose, moments = _choosers(notice, people), Moments(notice, [], now)
    for channel in ROADS:
        usual = usual_rhythm(notice.category, channel)
        if usual != Rhythm.OFF:
            others = people.exclude(chose[channel]) if chose else people
            for reached in _reached(channel, others):
                yield Share(channel, reached, *moments.at(usual))
        for some in batches(people.filter(chose[channel])) if chose else ():
            yield from _chosen(notice, channel, some, now)


def _choosers(notice: Notice, people: QuerySet[Person]) -> dict[str, Q]:
    """By road; nothing where none of these people chose anything, as it mostly is with few of them."""
    decided = is_decided(notice.about, notice.category)
    chose = {
        channel: choosers(notice.about, category=notice.category, channel=channel, decided=decided)
        for channel in ROADS
    }
    return chose if people.filter(reduce(or_, chose.values())).exists() else {}


def urgent_shares(people: QuerySet[Person], now: dt.datetime) -> Iterator[Share]:
    """At once, whatever was chosen."""
    for channel in ROADS:
        for reached in _reached(channel, people):
            yield Share(channel, reached, Rhythm.NOW, now)


def batches(people: QuerySet[Person]) -> Iterator[list[Person]]:
    """In pieces that stay small in memory. Who they are is asked once: asked for each piece again, a board of
    70,000 would take minutes."""
    keys = list(people.order_by("pk").values_list("pk", flat=True))
    for some in in_pieces(keys):
        yield list(Person.objects.filter(pk__among=frozenset(some)).order_by("pk"))


def in_pieces(keys: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(keys), BATCH):
        yield keys[start : start + BATCH]


def _reached(channel: str, people: QuerySet[Person]) -> Iterator[QuerySet[Person]]:
    """Those to whom this road leads. Where each address is looked at, most are right: the database finds them
    by itself and is told whom to leave out."""
    road, reached = ROADS[channel], people.filter(ROADS[channel].reached())
    if not road.LOOKS_AT_EACH:
        yield reached
        return
    looked_at = list(reached.values_list("pk", road.ADDRESS, named=True))
    able = road.reach(looked_at)
    if not able:
        return
    others = [person.pk for person in looked_at if person.pk not in able]
    if len(others) <= BATCH:
        yield reached.exclude(pk__in=others)
    else:
        yield from map(_these, in_pieces(list(able)))


def _chosen(notice: Notice, channel: str, some: list[Person], now: dt.datetime) -> Iterator[Share]:
    """As each of them chose."""
    able, day = ROADS[channel].reach(some), day_of(now)
    found = rhythms(able, notice.about, day, category=notice.category, channel=channel, hats=notice.hats)
    moments = Moments(notice, able, now)
    alike = defaultdict[tuple[Rhythm, dt.datetime], list[int]](list)
    for person, rhythm in found.items():
        if rhythm != Rhythm.OFF:
            alike[moments.of(person, rhythm)].append(person)
    for (rhythm, due_at), people in alike.items():
        yield Share(channel, _these(people), rhythm, due_at)


def _these(keys: Iterable[int]) -> QuerySet[Person]:
    return Person.objects.filter(pk__among=frozenset(keys))

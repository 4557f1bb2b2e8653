"""What lies on the kitchen table of one family this week: at most three questions, each child a turn.

First what a child asks to be asked, then what teachers wrote, then our own for whoever has none yet. Every
page and every letter lays the same table with this.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any  # where a question comes from: a child, a post, or the bank

from driehoek.base.core.clock import at
from driehoek.features.kitchen.bank import Ready
from driehoek.features.kitchen.choosing import lying_key, monday_of, of_holiday, of_lessons, week_number
from driehoek.features.kitchen.seating import Seated

AT_MOST = 3  # more questions a week make families stop asking (NBER 24827)


@dataclass(frozen=True)
class Lying:
    """One question, whom to ask, and where it comes from. No children: it is for the reader."""

    key: str  # "wish-3", "post-12", "bank-toren"
    children: tuple[int, ...]
    source: Any
    eager: tuple[int, ...] = ()  # children who said about it: ask me


def lay(children: Sequence[Seated], written: Iterable[Lying], day: dt.date) -> list[Lying]:
    """At most three a week. What was talked about since Monday keeps its seat, also when it lies here no
    more. Who has more children begins each week with another one."""
    lying, pks = everything(children, written, day), [child.pk for child in children]
    done = {child.pk: talked(child, day) for child in children}
    keys = set().union(*done.values())
    new = in_turn([one for one in lying if one.key not in keys], pks, day, had=[pk for pk in pks if done[pk]])
    left = {one.key for one in new[: max(AT_MOST - len(keys), 0)]}
    return [one for one in in_turn(lying, pks, day) if one.key in keys | left][:AT_MOST]


def talked(child: Seated, day: dt.date) -> set[str]:
    """What was ticked for her since Monday."""
    monday = at(monday_of(day), dt.time())
    return {key for key, said in child.talked.items() if said >= monday}


def everything(children: Sequence[Seated], written: Iterable[Lying], day: dt.date) -> list[Lying]:
    """What could lie there, in order. `written` is by people, the most wanted first."""
    free = {child.pk for child in children if child.free_since}
    asked = [Lying(child.wish.key, (child.pk,), child.wish) for child in children if child.wish]
    asked += [left for one in written if (left := _without(one, free))]
    has_one = {pk for one in asked for pk in one.children}
    ours = [child for child in children if child.pk not in has_one or _had_ours(child, day)]
    return asked + _ours(ours, day)


def _had_ours(child: Seated, day: dt.date) -> bool:
    return not child.free_since and lying_key(_of_school(child, day)) in talked(child, day)


def _without(one: Lying, free: set[int]) -> Lying | None:
    """Whoever is free is asked nothing about school."""
    left = tuple(pk for pk in one.children if pk not in free)
    return replace(one, children=left) if left or not one.children else None


def _ours(children: Iterable[Seated], day: dt.date) -> list[Lying]:
    """Two children who draw the same one are asked together."""
    drawn = dict[str, Lying]()
    for child in children:
        ready = of_holiday(child.free_since) if child.free_since else _of_school(child, day)
        lying = drawn.setdefault(ready.key, Lying(lying_key(ready), (), ready))
        drawn[ready.key] = replace(lying, children=(*lying.children, child.pk))
    return list(drawn.values())


def _of_school(child: Seated, day: dt.date) -> Ready:
    return of_lessons(child.pk, child.band, day, child.theme, child.talked)


def in_turn(
    lying: Sequence[Lying], children: Sequence[int], day: dt.date, had: Iterable[int] = ()
) -> list[Lying]:
    """One for each child before anybody gets a second. Some `had` one this week."""
    start = week_number(day) % len(children) if len(children) > AT_MOST else 0
    waiting = [*children[start:], *children[:start]] if start else list(children)
    if start:
        lying = sorted(lying, key=lambda one: min(map(waiting.index, one.children), default=0))
    first, seen = list[Lying](), set(had)
    for one in lying:
        if not one.children or not seen.issuperset(one.children):
            first.append(one)
            seen.update(one.children)
    return first + [one for one in lying if one not in first]

"""A rule of the policy: a viewer turned into a filter on rows."""

from collections.abc import Callable, Mapping
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, Q, QuerySet

from driehoek.backbone.access.late import Late, keys_in
from driehoek.backbone.access.viewer import Viewer

Names = tuple[str, ...]


class Rule:
    """A viewer turned into a filter on rows. Rules combine with `|` and `&`.

    What can hold for no row is left out as soon as that is known, so that the questions about staff cost a
    parent nothing.
    """

    def __init__(
        self, rows_for: Callable[[Viewer], Q], among: Callable[[Names], "Rule"] | None = None
    ) -> None:
        self._rows_for = rows_for
        self._among = among

    def rows_for(self, me: Viewer) -> Q:
        """The filter. Of a stand-in it is made once: many rules are made of the same few."""
        if me.said is None:
            return _drawn_up_late(self._rows_for(me))
        if self not in me.said:
            me.said[self] = _drawn_up_late(self._rows_for(me))
        return me.said[self]

    def among(self, names: Names) -> "Rule":
        """The same for a row of which is known by which names of a `one_of` it can be reached at all."""
        return self._among(names) if self._among else self

    def __or__(self, other: "Rule") -> "Rule":
        def either(me: Viewer) -> Q:
            mine, theirs = self.rows_for(me), other.rows_for(me)
            if fits_nothing(mine) or fits_nothing(theirs):
                return theirs if fits_nothing(mine) else mine
            return mine | theirs

        return Rule(either, lambda names: self.among(names) | other.among(names))

    def __and__(self, other: "Rule") -> "Rule":
        def both(me: Viewer) -> Q:
            mine = self.rows_for(me)
            return mine if fits_nothing(mine) else mine & other.rows_for(me)

        return Rule(both, lambda names: self.among(names) & other.among(names))


def one_of(named: Mapping[str, Rule]) -> Rule:
    """Any of these rules, each with a name. Of one row most of them are soon out of the question: a page that
    knows which are not asks `among` those alone, for all of them together make a statement of 80 KB."""
    whole = reduce(or_, named.values())
    return Rule(whole.rows_for, lambda names: reduce(or_, (named[name] for name in names), for_nothing))


def fits_nothing(filter_: Q) -> bool:
    """It asks for one of no values at all, so no row can fit; known without asking the database."""
    if filter_.negated or not filter_.children:
        return False
    verdicts = (_is_one_of_none(part) for part in filter_.children)
    return all(verdicts) if filter_.connector == Q.OR else any(verdicts)


def _is_one_of_none(part: Any) -> bool:
    if isinstance(part, Q):
        return fits_nothing(part)
    if isinstance(part, Exists | Late):
        return bool(part.query.is_empty())
    if not isinstance(part, tuple) or not part[0].endswith("__in"):
        return False
    values = part[1]
    return bool(values.query.is_empty()) if isinstance(values, QuerySet | Late) else not values


def _drawn_up_late(filter_: Q) -> Q:
    for at, part in enumerate(filter_.children):
        if isinstance(part, Q):
            _drawn_up_late(part)
        elif isinstance(part, tuple) and isinstance(part[1], QuerySet):
            filter_.children[at] = (part[0], keys_in(part[1]))
    return filter_


for_nothing = Rule(lambda me: Q(pk__in=[]))
mine = Rule(lambda me: Q(person=me.person))
by_me = Rule(lambda me: Q(by=me.person))
my_words = Rule(lambda me: Q(author=me.person))


def at_work_or(rule: Rule) -> Rule:
    """At work always; at home where this holds."""
    return Rule(lambda me: Q(pk__isnull=False) if me.hat == "school" else rule.rows_for(me))


at_home = Rule(lambda me: Q(pk__isnull=False) if me.hat == "home" else Q(pk__in=[]))

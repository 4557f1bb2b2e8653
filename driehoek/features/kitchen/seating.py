"""Who sits at the table: the children of a family, how old they are, who is free, and who asked for what."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any  # the rows of a subquery

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from driehoek.backbone.access.parts import Asking, asked
from driehoek.backbone.access.prepared import prepared
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models.voice import PLAYED
from driehoek.base.core.clock import at, from_json
from driehoek.base.core.gathering import JSONRows
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment, Holiday
from driehoek.features.kitchen.bands import Band, band_of
from driehoek.features.kitchen.choosing import monday_of
from driehoek.features.kitchen.learned import theme_of_week
from driehoek.features.kitchen.models import Talked, Wish, WishVoice

LATELY = dt.timedelta(days=50)  # the longest holiday: none of ours comes back to the same child before
OF_A_WISH = ("id", "student_id", "school_id", "picked", "words", "language")
OF_ITS_VOICE = {name: f"voice__attachment__{name}" for name in PLAYED}
A_HOLIDAY = 5  # days: one day off is a day at the table like any other


@dataclass(frozen=True)
class Seated:
    """A child at the table; `free_since` is the first day of the holiday she has."""

    person: Person
    band: Band
    free_since: dt.date | None = None
    talked: Mapping[str, dt.datetime] = field(default_factory=dict)  # when, by the key of the question
    wish: Wish | None = None  # what she asked to be asked this week
    theme: str = ""  # what her class worked on this week, as far as news says so

    @property
    def pk(self) -> int:
        return self.person.pk


def at_table(children: QuerySet[Person], me: Viewer) -> QuerySet[Person]:
    """Each child with what was talked about, what she asked to be asked, what her class worked on, and the
    first and the last day of the holiday of one of her schools, if there is one today."""
    asked = Wish.objects.visible_to(me).filter(student=OuterRef("pk"), week=monday_of(me.today))
    columns = {name: name for name in OF_A_WISH} | {f"voice_{name}": at for name, at in OF_ITS_VOICE.items()}
    wish = Subquery(asked.values(it=JSONObject(**columns))[:1])
    sits = Enrolment.objects.on(me.today).filter(student=OuterRef(OuterRef("pk")))
    free = Holiday.objects.on(me.today).filter(school__in=sits.values("group__school"))
    days = {name: _longest(free, name) for name in ("starts_on", "ends_on")}
    return children.annotate(ticks=_ticks(me), wish=wish, theme_of_week=theme_of_week(me), **days)


def _longest(free: QuerySet[Holiday, Any], name: str) -> Subquery:
    return Subquery(free.order_by("-ends_on", "starts_on").values(name)[:1])


def _ticks(me: Viewer) -> Subquery:
    """By child: which questions were talked about, and when."""
    since = at(me.today - LATELY, dt.time())
    mine = Talked.objects.visible_to(me).filter(student=OuterRef("pk"), at__gte=since)
    one = JSONObject(key="key", at="at")
    return Subquery(mine.order_by().values("student").annotate(them=JSONRows(one)).values("them"))


def seat(child: Person, viewer: Viewer) -> Seated:
    """A child that at_table() found."""
    schools = [seat.school for seat in viewer.seats if seat.student_id == child.pk and seat.school]
    sectors = {school.sector for school in schools}
    first, last = child.starts_on, child.ends_on  # type: ignore[attr-defined]  # annotated
    is_free = bool(first) and (last - first).days + 1 >= A_HOLIDAY
    ticks, told = child.ticks or [], child.wish  # type: ignore[attr-defined]
    talked = {tick["key"]: from_json(tick["at"]) for tick in ticks}
    band = band_of(child.birth_date, sectors, viewer.today)
    theme: str = child.theme_of_week or ""  # type: ignore[attr-defined]  # annotated
    return Seated(child, band, first if is_free else None, talked, _wish(told) if told else None, theme)


def _wish(told: dict[str, Any]) -> Wish:
    """Of the columns of at_table(), with what was spoken."""
    heard = {name: told[f"voice_{name}"] for name in PLAYED}
    wish = Wish(**{name: told[name] for name in OF_A_WISH})
    wish.voices = WishVoice.played(heard if heard["id"] else None)
    return wish


def seat_all(viewer: Viewer) -> list[Seated]:
    """Everybody with whom this viewer sits at a table, the youngest first."""
    return [seat(one, viewer) for one in prepared(_all, viewer)]


def _all(me: Viewer) -> QuerySet[Person]:
    children = at_table(rows(Person, me, may="talk_with"), me)
    return children.order_by("-birth_date", "given_name")


def seat_family(_child: Person, viewer: Viewer) -> Asking[list[Seated]]:
    """The same for the page of one of them: what is asked of her depends on the others."""
    found = yield from asked(_all, viewer)
    return [seat(one, viewer) for one in found]

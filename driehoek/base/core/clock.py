"""Time as people at a Dutch school mean it. Rows keep UTC; `now` is always handed in."""

import datetime as dt
import time
from collections.abc import Callable
from functools import lru_cache
from zoneinfo import ZoneInfo

from django.db import connection
from django.utils import dateformat, timezone
from django.utils.functional import lazy
from django.utils.translation import get_language, gettext, pgettext

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

# A day in a letter of which the language is not known yet: "donderdag 9 oktober", "9 oktober 2026".
in_full = lazy(lambda day: dateformat.format(day, gettext("l j F")), str)
with_year = lazy(lambda day: dateformat.format(day, gettext("j F Y")), str)


def now() -> dt.datetime:
    """The one look at the clock of this computer, for pages and commands; everything below is told what time
    it is."""
    return timezone.now()


def of_database() -> dt.datetime:
    """What time it is for all computers together. Several may work on one database, and one of them may be
    wrong; what is planned or leased goes by this."""
    if connection.vendor != "postgresql":  # a file on this computer, with the clock of this computer
        return now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        moment: dt.datetime = cursor.fetchone()[0]
    return moment.astimezone(dt.UTC)


def shared() -> Callable[[], dt.datetime]:
    """That clock, asked once and going on by itself: for a piece of work that looks at it time and again.
    Whoever sets the clock of this computer meanwhile changes nothing."""
    if connection.vendor != "postgresql":
        return now
    asked, began = of_database(), time.monotonic()
    return lambda: asked + dt.timedelta(seconds=time.monotonic() - began)


def amsterdam(moment: dt.datetime) -> dt.datetime:
    """The same moment on a Dutch clock. The moment must know its zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment.astimezone(AMSTERDAM)


def day_of(moment: dt.datetime) -> dt.date:
    """Which day it is in the Netherlands at that moment."""
    return amsterdam(moment).date()


def end_of(day: dt.date) -> dt.datetime:
    """The first moment after this day in the Netherlands."""
    return at(day + dt.timedelta(days=1), dt.time())


def at(day: dt.date, time: dt.time) -> dt.datetime:
    """The moment, in UTC, of that time on that day in the Netherlands.

    In the hour that happens twice: the first of the two. In the hour that is skipped: an hour later.
    """
    return dt.datetime.combine(day, time, tzinfo=AMSTERDAM).astimezone(dt.UTC)


def next_time(now: dt.datetime, time: dt.time) -> dt.datetime:
    """The first coming moment at which Dutch clocks show this time; never now itself."""
    today = day_of(now)
    coming = at(today, time)
    return coming if coming > now else at(today + dt.timedelta(days=1), time)


def moment_in_words(moment: dt.datetime, *, now: dt.datetime) -> str:
    """ "14:40" when it is today, "dinsdag" of the days before, "1 oktober" when that is longer ago."""
    here, today = amsterdam(moment), day_of(now)
    if here.date() == today:
        return f"{here:%H:%M}"
    return _another_day(here.date(), today, get_language())


@lru_cache(maxsize=1000)
def _another_day(day: dt.date, today: dt.date, _language: str | None) -> str:
    """Kept, because on a page it is the same few days time and again."""
    ago = (today - day).days
    if 1 < ago < 7:
        return dateformat.format(day, "l")
    if ago > 1 and day.year == today.year:
        return dateformat.format(day, gettext("j F"))
    return day_in_words(day, today=today)


def day_in_words(day: dt.date, *, today: dt.date) -> str:
    """ "gisteren", "morgen", "donderdag 9 oktober", or with the year when it is another one."""
    near = {-1: gettext("gisteren"), 0: gettext("vandaag"), 1: gettext("morgen")}
    if word := near.get((day - today).days):
        return word
    if day.year == today.year:
        return dateformat.format(day, pgettext("datum zonder jaar", "l j F"))
    return dateformat.format(day, pgettext("datum met jaar", "j F Y"))


def from_json(told: str) -> dt.datetime:
    """As a database writes it in JSON: in UTC, said or not."""
    moment = dt.datetime.fromisoformat(told)
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)

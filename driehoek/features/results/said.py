"""What a source says, in words of our own: the same from a file and from a server. Broken rows are named."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from itertools import islice
from typing import TypeVar

from django.utils.translation import gettext as _

from driehoek.facts.schools.roster_import.reading import values
from driehoek.facts.schools.roster_import.reading.values import BadValue
from driehoek.facts.schools.roster_import.roster import Fault, Place

MOST_FAULTS = 500  # kept by name; the number is always the whole
LARGEST = Decimal(999_999)
LONGEST_TEXT, LONGEST_COMMENT = 40, 1000
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class SaidItem:
    place: Place
    key: str
    subject: str
    title: str
    group: str = ""  # the source's key of whom it was given to
    category: str = ""
    description: str = ""
    assigned_on: dt.date | None = None
    due_on: dt.date | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class SaidResult:
    place: Place
    key: str
    student: str
    item: str
    score: Decimal | None = None
    text: str = ""
    status: str = "graded"
    is_late: bool = False
    scored_on: dt.date | None = None
    comment: str = ""
    stamped_at: dt.datetime | None = None
    is_gone: bool = False


@dataclass(slots=True)
class Complaints:
    """Rows that are left out, and values that are, with the line and the reason."""

    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)
    count: int = 0  # of faults

    def fault(self, place: Place, reason: str) -> None:
        self.count += 1
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(place.file, place.line, reason))

    def note(self, place: Place, reason: str) -> None:
        if len(self.notes) < MOST_FAULTS:
            self.notes.append(Fault(place.file, place.line, reason))

    def optional(self, place: Place, read: Callable[[str], Value], raw: str, empty: Value) -> Value:
        """A value that may be left out: the row counts without it."""
        try:
            return read(raw)
        except BadValue as error:
            self.note(place, str(error))
            return empty


@dataclass(slots=True)
class Book:
    """A whole mark book. The results come one by one: there may be a million."""

    items: list[SaidItem]
    results: Callable[[], Iterator[SaidResult]]
    complaints: Complaints


def needed(raw: str, what: str, longest: int) -> str:
    """A text without which the row says nothing. Raises BadValue."""
    value = values.text(raw)
    if not value:
        raise BadValue(_("%(what)s ontbreekt.") % {"what": what})
    return fitting(value, what, longest)


def fitting(value: str, what: str, longest: int) -> str:
    if len(value) > longest:
        raise BadValue(_("%(what)s is te lang.") % {"what": what})
    return value


def needed_key(raw: str, what: str) -> str:
    """Raises BadValue."""
    if key := values.key(raw):
        return key
    raise BadValue(_("%(what)s ontbreekt.") % {"what": what})


def number(raw: str) -> Decimal | None:
    """Written with a comma or a point; empty is None. Raises BadValue."""
    value = values.text(raw).replace(",", ".")
    if not value:
        return None
    try:
        found = Decimal(value)
    except InvalidOperation as error:
        raise BadValue(_("Een getal is niet te lezen.")) from error
    if not found.is_finite() or abs(found) > LARGEST:
        raise BadValue(_("Een getal is niet te lezen."))
    return found.quantize(Decimal("0.01"))


def value_of(raw: str) -> tuple[Decimal | None, str]:
    """What somebody got: a number, or a word such as "V". Raises BadValue."""
    try:
        return number(raw), ""
    except BadValue:
        word = values.text(raw)
        if any(sign.isdigit() for sign in word):
            raise
        return None, fitting(word, _("Het resultaat"), LONGEST_TEXT)


def comment(raw: str) -> str:
    """Raises BadValue."""
    return fitting(values.text(raw), _("De opmerking"), LONGEST_COMMENT)


def moment(raw: str) -> dt.datetime | None:
    """A time stamp with its zone, as OneRoster writes it; another one does not count. Nor does one at the
    very edge, which some systems write for "never": no clock of ours can show it."""
    try:
        found = dt.datetime.fromisoformat(values.text(raw))
    except ValueError:
        return None
    return found if found.tzinfo and dt.MINYEAR < found.year < dt.MAXYEAR else None


def pieces(rows: Iterable[Value], size: int) -> Iterator[list[Value]]:
    """So many at a time, as they come."""
    coming = iter(rows)
    while some := list(islice(coming, size)):
        yield some

"""How it reads on the page that somebody we know gets other data: each field, what stood there, what will."""

import datetime as dt
from dataclasses import dataclass

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FIELDS: dict[str, Promise] = {
    "given_name": _("Voornaam"),
    "infix": _("Tussenvoegsel"),
    "family_name": _("Achternaam"),
    "birth_date": _("Geboortedatum"),
    "called": _("Naam in de klas"),
    "email": _("E-mail"),
    "mobile": _("Mobiel nummer"),
}
NUMBERS = ("birth_date", "email", "mobile")  # read from left to right in every language


@dataclass(frozen=True)
class Field:
    label: Promise
    before: str
    after: str
    is_number: bool  # or an address: what is read from left to right in every language

    @property
    def is_shown(self) -> bool:
        return bool(self.before or self.after)


@dataclass(frozen=True)
class Changed:
    """One person of a list."""

    who: str
    fields: list[Field]


def changed(rows: list[list[object]], *, ways_in: bool) -> list[Changed]:
    """Of the rows of a proposal: those by which somebody could come in, or all others."""
    return [
        Changed(str(who), [_field(*map(str, field)) for field in fields])  # type: ignore[attr-defined]  # as kept
        for who, is_way_in, fields in rows
        if is_way_in is ways_in
    ]


def _field(name: str, before: str, after: str) -> Field:
    if name == "birth_date":
        before, after = _day(before), _day(after)
    return Field(FIELDS[name], before, after, name in NUMBERS)


def _day(iso: str) -> str:
    return formats.date_format(dt.date.fromisoformat(iso), "j F Y") if iso else ""

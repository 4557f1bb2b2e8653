"""One cell at a time: what a name, a date, an address and a key may look like."""

import datetime as dt
import hashlib
import re
import unicodedata

from django.utils.translation import gettext as _

# Bidi overrides and invisible characters: they make one name look like another.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
FORMULA = ("=", "+", "-", "@", "\t", "|")
EXCEL_TEXT = re.compile(r'^="([^"]*)"$')  # how spreadsheets keep leading zeros: ="00123"
INFIX = re.compile(
    r"^((?:van|von|de|den|der|het|'t|’t|ter|ten|te|la|le|el|al|ben|bin|du|da|dos|do|di|op|in|aan|bij|over|uit)\s+)+",
    re.IGNORECASE,
)
EMAIL = re.compile(r"^[^@\s<>\"',;]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")
DATES = {
    "iso": ("%Y-%m-%d",),
    "dutch": ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y"),
    "american": ("%Y-%m-%d", "%m/%d/%Y"),
}
YES = {"ja", "j", "yes", "y", "true", "waar", "1", "x"}
NO = {"nee", "n", "no", "false", "onwaar", "0"}
LONGEST_KEY = 100


class BadValue(ValueError):
    """A value that cannot be used; the message is a sentence for the school's office."""


def text(raw: str) -> str:
    """Composed, without invisible characters and without doubled spaces."""
    if raw.isascii():
        return raw.strip() if "  " not in raw else " ".join(raw.split())
    return " ".join(INVISIBLE.sub("", unicodedata.normalize("NFC", raw)).split())


def name(raw: str, longest: int = 80) -> str:
    """A name somebody can be called by; never something a spreadsheet or a browser would run."""
    value = text(raw)
    if not value or value == "-":
        return ""
    if value.startswith(FORMULA):
        raise BadValue(_("Een naam begint met een rekenteken. Dat lijkt op een formule."))
    if "<" in value or ">" in value or "@" in value:
        raise BadValue(_("In een naam staat een teken dat daar niet hoort."))
    if any(unicodedata.category(letter) == "Cc" for letter in value):
        raise BadValue(_("In een naam staat een onleesbaar teken."))
    if not any(letter.isalpha() for letter in value):
        raise BadValue(_("Een naam heeft geen letters. Staan de kolommen goed?"))
    if len(value) > longest:
        raise BadValue(_("Een naam is te lang."))
    return value


def label(raw: str, longest: int = 60) -> str:
    """The name of a group: may be a number, may not be a formula."""
    value = text(raw)
    if value.startswith(FORMULA) or "<" in value or ">" in value:
        raise BadValue(_("In de naam van een groep staat een teken dat daar niet hoort."))
    if len(value) > longest:
        raise BadValue(_("De naam van een groep is te lang."))
    return value


def split_family_name(value: str) -> tuple[str, str]:
    """("van 't", "Hof") for "van 't Hof": files without a column for the infix put it in front."""
    found = INFIX.match(value)
    if found is None or found.end() == len(value) or value[0].isupper():
        return "", value
    return found.group(0).strip(), value[found.end() :]


def infix_and_family(middle: str, family: str) -> tuple[str, str]:
    """With a middle name that is nothing but an infix, that is the infix."""
    middle = text(middle)
    if middle and INFIX.fullmatch(middle + " ") and len(middle) <= 20:
        return middle, family
    return split_family_name(family)


def key(raw: str) -> str:
    """A roster's own key. A very long one is kept by its digest, so two never become one."""
    value = text(raw)
    excel = EXCEL_TEXT.match(value)
    value = excel.group(1).strip() if excel else value
    if value.startswith(("=", "@", "+")) or any(ord(letter) < 32 for letter in value):
        raise BadValue(_("Een nummer begint met een rekenteken. Dat lijkt op een formule."))
    if len(value) <= LONGEST_KEY:
        return value
    return value[:30] + "#" + hashlib.sha256(value.encode()).hexdigest()[:60]


def date(raw: str, style: str = "iso") -> dt.date | None:
    """A day. Dates with a time keep the day; empty is None."""
    value = text(raw)
    if not value:
        return None
    day = value.split("T")[0].split(" ")[0]
    for pattern in DATES[style]:
        try:
            return dt.datetime.strptime(day, pattern).date()
        except ValueError:
            continue
    raise BadValue(_("Een datum is niet te lezen. Schrijf hem zo: 2016-05-31."))


def birth_date(raw: str, today: dt.date, style: str = "iso") -> dt.date | None:
    """A day in the past, and not longer ago than people live."""
    day = date(raw, style)
    if day is not None and day > today:
        raise BadValue(_("De geboortedatum ligt in de toekomst."))
    if day is not None and day.year < today.year - 110:
        raise BadValue(_("De geboortedatum ligt te lang geleden."))
    return day


def email(raw: str) -> str:
    """An address in lower case, or empty."""
    value = text(raw).lower()
    if value and (not EMAIL.match(value) or len(value) > 254 or value[0] in "=+-@"):
        raise BadValue(_("Een e-mailadres klopt niet. Wij laten het leeg."))
    return value


def mobile(raw: str) -> str:
    """Digits with a plus in front; Dutch numbers get their country. Empty when it is no phone number."""
    value = text(raw)
    if not value:
        return ""
    digits = re.sub(r"[\s().\-/]", "", value)
    if digits.startswith("00"):
        digits = "+" + digits[2:]
    elif re.fullmatch(r"0[1-9]\d{8}", digits):
        digits = "+31" + digits[1:]
    if not re.fullmatch(r"\+?\d{8,15}", digits):
        raise BadValue(_("Een telefoonnummer klopt niet. Wij laten het leeg."))
    return digits


def answer(raw: str) -> bool | None:
    """Yes, no, or not said."""
    value = text(raw).lower()
    if not value:
        return None
    if value in YES:
        return True
    if value in NO:
        return False
    raise BadValue(_("Schrijf bij gezag alleen ja of nee."))

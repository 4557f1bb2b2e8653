"""Whether a text is about one child: it says so, or it says a given name."""

import re
from collections.abc import Iterable

from driehoek.facts.people.models import Person

WORD = re.compile(r"[^\W\d_]+")
# "my child, son, daughter" in the languages of the portal
MY_CHILD = re.compile(
    r"\b(?:mijn|m['’ʼ]n|onze|ons)\s+(?:eigen\s+)?(?:kind(?:je)?|zoon(?:tje)?|dochter(?:tje)?|jongen|meisje)s?\b"
    r"|\b(?:my|our)\s+(?:own\s+)?(?:child|kid|son|daughter|boy|girl)\b"
    r"|\b(?:çocuğum|oğlum|kızım|çocuğumuz|oğlumuz|kızımız)\w*"
    r"|\b(?:moje|mojego|mojej|moja|mój|mojemu|nasz\w*)\s+(?:dziec\w+|syn\w*|córk\w+)"
    r"|\b(?:мо[яєїй]\w*|наш\w*)\s+(?:дитин\w+|син\w*|доньк\w+|дочк\w+)"
    r"|(?:طفلي|طفلتي|ابني|ابنتي|بنتي|ولدي)",
    re.IGNORECASE,
)


def says_my_child(text: str) -> bool:
    return bool(MY_CHILD.search(text))


def named(people: Iterable[Person], text: str) -> list[Person]:
    """Those whose given name stands in the text."""
    return [person for person in people if names_one_of([person.given_name], text)]


def names_one_of(names: Iterable[str], text: str) -> bool:
    """Also as the Dutch say what is hers: Yusufs, Yusuf's."""
    said = _words(text) | {word[:-1].casefold() for word in WORD.findall(text) if _may_be_of_somebody(word)}
    return any(name and name <= said for name in map(_words, names))


def _may_be_of_somebody(word: str) -> bool:
    """A name with an s behind it. Of a short one only with a capital: "als", "bos" and "dans" are words."""
    return word[-1] in "sS" and (len(word) > 4 or (len(word) == 4 and word[0].isupper()))


def _words(text: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(text)}

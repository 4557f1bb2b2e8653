"""Whether a text is about one child: it says so, or it says a given name."""

import re
from collections.abc import Iterable

from driehoek.facts.people.models import Person

# "my child, son, daughter" in the languages of the portal
MY_CHILD = re.compile(
    r"\b(?:mijn|m'n|onze|ons)\s+(?:eigen\s+)?(?:kind(?:je)?|zoon(?:tje)?|dochter(?:tje)?|jongen|meisje)\b"
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
    said = _words(text)
    return any(name and name <= said for name in map(_words, names))


def _words(text: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"[^\W\d_]+", text)}

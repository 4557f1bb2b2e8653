"""What a machine must leave alone, taken out before it sees the text and put back afterwards.

Names, numbers, dates, times, amounts, addresses and a school's own words become [#0], [#1], ... A machine
copies such a sign, and we can count whether each came back once.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
NUMBER = re.compile(r"(?:€\s?)?\d+(?:[.,:/-]\d+)*(?:\s?[%€°])?")
SIGN = re.compile(r"\[\s*#\s*(\d{1,4})\s*\]")
HELD = "\ue100"  # from here on: private-use characters that hold a place while we work
# Names that begin a sentence as ordinary words: "Wil je mee?" is not about Wil.
ORDINARY = frozenset(
    {"wil", "roos", "storm", "mees", "juli", "mark", "may", "will", "hoop", "sterre", "groot", "wit", "de"}
)


@dataclass(frozen=True)
class Masked:
    """The words as a machine gets them, and what belongs at each sign."""

    words: str
    kept: tuple[str, ...]  # as it stood in the original
    put: tuple[str, ...]  # as it reads in the other language


@dataclass(frozen=True)
class Unmasked:
    words: str
    is_whole: bool  # every sign came back, and no other


def mask(words: str, *, names: Collection[str], terms: Mapping[str, str]) -> Masked:
    """`terms` gives for each of the school's words what to say in the other language."""
    return _Masking(names, terms).mask(words)


class _Masking:
    def __init__(self, names: Collection[str], terms: Mapping[str, str]) -> None:
        self.terms = {word.lower(): said for word, said in terms.items()}
        self.names = _any_of(names, re.NOFLAG)
        self.words = _any_of(terms, re.IGNORECASE)
        self.kept: list[str] = []
        self.put: list[str] = []

    def mask(self, words: str) -> Masked:
        held = ADDRESS.sub(lambda found: self._hold(found[0], found[0]), words)
        if self.words:
            held = self.words.sub(lambda found: self._hold(found[0], self._said(found[0])), held)
        if self.names:
            held = self.names.sub(self._name, held)
        held = NUMBER.sub(lambda found: self._hold(found[0], found[0]), held)
        signs = {chr(ord(HELD) + number): f"[#{number}]" for number in range(len(self.kept))}
        return Masked(_replaced(held, signs), tuple(self.kept), tuple(self.put))

    def _hold(self, kept: str, put: str) -> str:
        if len(self.kept) > 6000:  # no more places; what is left goes as it is and is compared afterwards
            return kept
        self.kept.append(kept)
        self.put.append(put)
        return chr(ord(HELD) + len(self.kept) - 1)

    def _said(self, word: str) -> str:
        said = self.terms[word.lower()]
        return word if said.lower() == word.lower() else said

    def _name(self, found: re.Match[str]) -> str:
        name, before = found[0], found.string[: found.start()].rstrip()
        begins = not before or before[-1] in ".!?:\n"
        return name if begins and name.lower() in ORDINARY else self._hold(name, name)


def _replaced(held: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in held)


def unmask(answer: str, masked: Masked) -> Unmasked:
    """With everything back in its place. A sign that we did not give is dropped."""
    seen = [int(number) for number in SIGN.findall(answer)]
    words = SIGN.sub(lambda found: _at(masked.put, int(found[1])), answer)
    return Unmasked(words, sorted(seen) == list(range(len(masked.put))))


def _at(put: tuple[str, ...], number: int) -> str:
    return put[number] if number < len(put) else ""


def _any_of(words: Collection[str], flags: re.RegexFlag) -> re.Pattern[str] | None:
    """The longest first, and only as whole words."""
    if not words:
        return None
    longest = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<!\w)(?:{longest})(?!\w)", flags)

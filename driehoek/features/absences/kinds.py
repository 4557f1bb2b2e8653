"""What the words of a school's own system for a kind of absence mean: known by themselves, or said once."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from driehoek.facts.schools.roster_import.reading import values
from driehoek.facts.schools.roster_import.reading.columns import plain
from driehoek.facts.schools.roster_import.reading.values import BadValue
from driehoek.features.absences.models import Meaning, Reason
from driehoek.features.absences.models.own_word import LONGEST

KNOWN: dict[str, str] = {
    "telaat": Reason.LATE, "late": Reason.LATE, "ziek": Reason.ILL, "ziekte": Reason.ILL,
    "dokter": Reason.DOCTOR, "tandarts": Reason.DOCTOR, "medisch": Reason.DOCTOR, "verlof": Reason.LEAVE,
    "eerderweg": Reason.EARLY, "nietgemeld": Reason.UNKNOWN, "afwezig": Reason.UNKNOWN,
    "absent": Reason.UNKNOWN, "ongeoorloofd": Reason.UNKNOWN, "overig": Reason.OTHER,
    "anders": Reason.OTHER, "geoorloofd": Reason.OTHER,
    "aanwezig": Meaning.PRESENT, "vervallen": Meaning.PRESENT,
}  # fmt: skip
MOST = 60  # words to ask about at once: with more, it is no column of kinds


class NotExplained(Exception):
    """Nobody said yet what this word means."""


@dataclass
class Words:
    """Of one file: how often each stands there, and what it means at this school. `own`: what the school
    said, by how the word is kept."""

    own: Mapping[str, str]
    times: Counter[str] = field(default_factory=Counter)
    written: dict[str, str] = field(default_factory=dict)  # as the file has it, with its capitals

    def meaning(self, raw: str) -> str:
        """Raises BadValue when nothing stands there, and NotExplained."""
        word = values.text(raw)[:LONGEST]
        if not word:
            raise BadValue(_("De soort ontbreekt."))
        self.times[kept_as(word)] += 1
        self.written.setdefault(kept_as(word), word)
        if means := self.known(word):
            return means
        raise NotExplained

    def known(self, word: str) -> str:
        """What the school said goes before what we think. Empty: nobody knows."""
        return self.own.get(kept_as(word)) or KNOWN.get(plain(word), "")

    @property
    def unknown(self) -> list[str]:
        return [word for word in sorted(self.times) if not self.known(word)]

    @property
    def unknown_as_written(self) -> list[str]:
        return [self.written[word] for word in self.unknown]

    @property
    def too_many(self) -> bool:
        return len(self.unknown) > MOST


def kept_as(word: str) -> str:
    """Capitals say nothing; signs may: A and A* are two kinds."""
    return word.casefold()[:LONGEST]

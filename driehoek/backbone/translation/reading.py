"""The door for pages and mails: many texts in one reader's language, in one question."""

import datetime as dt
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple, Protocol  # the rows of a values query

from django.conf import settings
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import get_language

from driehoek.backbone.access.prepared import prepared
from driehoek.backbone.translation.models import Translation
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import want


class How(StrEnum):
    """What a reader has before her."""

    ORIGINAL = "original"  # it was in her language already
    HUMAN = "human"  # somebody who speaks it translated it
    MACHINE = "machine"
    DOUBTFUL = (
        "doubtful"  # a machine did, and something does not tally: the original, with its words behind it
    )
    WAITING = "waiting"  # the original, until a machine is ready
    NOT = "not"  # the original: there is no translation, and none is coming


Known = Mapping[str, tuple[str, str, str, str | None]]  # of a digest: state, words, doubt, human words
NOTHING = ("", "", "", None)
WORST_FIRST = [How.NOT, How.DOUBTFUL, How.WAITING, How.MACHINE, How.HUMAN, How.ORIGINAL]


class Shown(NamedTuple):
    """One text as one reader gets it. `words` and `language` are what to show; the original is beside it."""

    original: Text
    words: str
    language: str
    how: How = How.ORIGINAL
    doubtful: str = ""  # a machine's words that are not shown as certain

    def __str__(self) -> str:
        return self.words

    @property
    def is_translated(self) -> bool:
        return self.how in (How.HUMAN, How.MACHINE)


class Told(dict[str, Shown]):
    """The texts of one thing by name, for one reader: `told.title.words`."""

    @cached_property
    def how(self) -> How:
        """Of the whole, as good as its worst part."""
        states = [shown.how for shown in self.values()]
        return next((how for how in WORST_FIRST if how in states), How.ORIGINAL)

    @cached_property
    def is_translated(self) -> bool:
        return any(shown.is_translated for shown in self.values())

    @cached_property
    def is_by_hand(self) -> bool:
        """Nothing of it came out of a machine."""
        return self.is_translated and all(shown.how != How.MACHINE for shown in self.values())

    @cached_property
    def from_language(self) -> str:
        """Of what was translated; when nothing was, of all of it."""
        every = sorted(self.values(), key=lambda shown: not shown.is_translated)
        return next((shown.original.spoken for shown in every), "")

    @cached_property
    def left_in(self) -> str:
        """The language of what nobody translated; empty when there is no such text."""
        return next((one.original.spoken for one in self.values() if one.how == How.NOT), "")

    @cached_property
    def in_words(self) -> str:
        """The one language in which all of it stands there; empty when it is mixed."""
        return next(iter(self.languages)) if len(self.languages) == 1 else ""

    @cached_property
    def languages(self) -> set[str]:
        """In which something of it stands there."""
        return {shown.language.partition("-")[0] for shown in self.values()}

    @property
    def is_other(self) -> bool:
        """Something was written in another language than hers."""
        return self.how != How.ORIGINAL

    @cached_property
    def version(self) -> str:
        """Changes whenever what is shown changes; for whoever keeps a drawing of it."""
        if not self.is_other:
            return ""
        said = repr([(shown.how, shown.words, shown.doubtful) for shown in self.values()])
        return f"{zlib.crc32(said.encode()):x}"


def first_unread(every: Iterable[Told]) -> Told | None:
    """Of these the first that its reader cannot read in her own language, and that nobody is translating."""
    return next((told for told in every if told.how == How.NOT), None)


def read_in(language: str, things: Iterable[Mapping[str, Text]], *, now: dt.datetime) -> list[Told]:
    """Each thing's texts for a reader of this language. One query for all; none when all is in it already.

    What nobody asked for before is asked for now, where the school agreed to that; it comes another time.
    """
    listed = [dict(thing) for thing in things]
    foreign = _foreign(language, listed)
    known = _known(language, foreign)
    missing = [text for text in foreign if not text.digests & known.keys() and language not in text.ours]
    coming = bool(missing) and want(missing, [language], at=now) > 0
    return _told(language, listed, known, coming=coming)


def remembered(language: str, things: Iterable[Mapping[str, Text]]) -> list[Told]:
    """The same, for who will not come back for what is missing now: nothing is asked for."""
    listed = [dict(thing) for thing in things]
    return _told(language, listed, _known(language, _foreign(language, listed)), coming=False)


def remembered_everywhere(things: Iterable[Mapping[str, Text]]) -> list[dict[str, Told]]:
    """The same by language: of each thing every language in which some of it can be read. One query."""
    listed = [dict(thing) for thing in things]
    known: dict[str, dict[str, tuple[str, str, str, str | None]]] = defaultdict(dict)
    for language, digest, *row in _in_every_language(listed):
        known[language][digest] = tuple(row)
    spoken = [code for code, _name in settings.LANGUAGES]
    told = [_told(language, listed, known[language], coming=False) for language in spoken]
    return [
        {code: one for code, one in zip(spoken, each, strict=True) if code in one.languages}
        for each in zip(*told, strict=True)
    ]


def _in_every_language(listed: list[dict[str, Text]]) -> QuerySet[Translation, Any]:
    digests = {digest for thing in listed for text in thing.values() for digest in text.digests}
    rows = Translation.objects.filter(digest__in=digests)
    return rows.values_list("language", "digest", "state", "words", "doubt", "correction__words")


def as_written(texts: Mapping[str, Text]) -> Told:
    return Told({name: Shown(text, text.words, text.language) for name, text in texts.items()})


def _foreign(language: str, listed: list[dict[str, Text]]) -> list[Text]:
    return [text for thing in listed for text in thing.values() if text.is_for(language)]


def _told(language: str, listed: list[dict[str, Text]], known: Known, *, coming: bool) -> list[Told]:
    return [
        Told({name: _shown(text, language, known, coming=coming) for name, text in thing.items()})
        for thing in listed
    ]


class Readable(Protocol):
    """Something with texts that somebody wrote; `told` is what one reader gets of them."""

    told: Told

    @property
    def texts(self) -> dict[str, Text]: ...


def put_in_words(things: Sequence[Readable], *, now: dt.datetime) -> None:
    """Give each of them `told`, in the language of the page."""
    told = read_in(get_language() or settings.LANGUAGE_CODE, [thing.texts for thing in things], now=now)
    for thing, words in zip(things, told, strict=True):
        thing.told = words


def _known(language: str, foreign: Iterable[Text]) -> Known:
    digests = dict.fromkeys(digest for text in foreign for digest in sorted(text.digests))
    if not digests:
        return {}
    return {row[0]: row[1:] for row in prepared(_rows, padded_words(digests), language)}


def _rows(digests: tuple[str, ...], language: str) -> QuerySet[Translation, Any]:
    rows = Translation.objects.filter(digest__in=digests, language=language)
    return rows.values_list("digest", "state", "words", "doubt", "correction__words")


def padded_words(words: Iterable[str]) -> tuple[str, ...]:
    """As prepared.padded(), for words."""
    given = tuple(words)
    return given + given[-1:] * ((1 << (len(given) - 1).bit_length()) - len(given))


def _shown(text: Text, language: str, known: Known, *, coming: bool) -> Shown:
    if not text.is_for(language):
        return Shown(text, text.words, text.language)
    state, words, doubt, _elsewhere = known.get(text.digest, NOTHING)
    if human := known.get(text.human_digest, NOTHING)[3] or text.ours.get(language):
        return Shown(text, human, language, How.HUMAN)
    if words and not doubt:
        return Shown(text, words, language, How.MACHINE)
    if words:
        return Shown(text, text.words, text.language, How.DOUBTFUL, doubtful=words)
    waits = state == Translation.State.WAITING or (not state and coming)
    return Shown(text, text.words, text.language, How.WAITING if waits and settings.TRANSLATOR else How.NOT)


def waits(language: str, texts: Iterable[Text]) -> bool:
    """Whether a machine is still busy with one of these, for who can wait a little: a mail."""
    wanted = [text for text in texts if text.is_for(language)]
    known = _known(language, wanted) if settings.TRANSLATOR else {}
    return any(_shown(text, language, known, coming=False).how == How.WAITING for text in wanted)

"""What the tests of this package do again and again."""

import datetime as dt

from driehoek.backbone.translation.models import Translation
from driehoek.backbone.translation.reading import Shown, read_in
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.translators.choosing import translator
from driehoek.backbone.translation.working import translate_due
from tests.cast import NOW, Cast

WORDS = "Yusuf neemt om 8.30 uur 2 appels mee. Kijk op https://devlieger.example/fruit voor de lijst."


def text(cast: Cast, words: str = WORDS, language: str = "nl") -> Text:
    return Text(words, language, cast.vlieger.pk)


def read(said: Text, language: str = "tr", now: dt.datetime = NOW) -> Shown:
    """As a page would; what is missing is asked for."""
    return read_in(language, [{"text": said}], now=now)[0]["text"]


def work(now: dt.datetime = NOW) -> int:
    """One round of the worker."""
    machine = translator()
    assert machine is not None
    return translate_due(machine, clock=lambda: now)


def machine_said(said: Text, language: str, words: str, now: dt.datetime = NOW) -> None:
    """As if a machine had answered this."""
    done = Translation.of(said, language, at=now)
    done.state, done.words = Translation.State.DONE, words
    done.save(force_insert=True)


def told(said: Text, now: dt.datetime = NOW) -> Shown:
    """Read, worked on, and read again."""
    read(said, now=now)
    work(now)
    return read(said, now=now)


def row() -> Translation:
    return Translation.objects.get()

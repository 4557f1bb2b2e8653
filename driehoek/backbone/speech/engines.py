"""Who speaks: one interface, with espeak-ng built in. DRIEHOEK_SPEECH names the class of another."""

from collections.abc import Collection
from functools import cache
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from driehoek.base.core.confined import Failed, Limits, Stopped, program, run

MB = 1024 * 1024


class CannotSpeak(Exception):
    """There is no engine on this computer, or it gave up."""


class Engine(Protocol):
    """`name` changes with all that makes the voice sound otherwise: what was kept is then made anew."""

    name: str

    @property
    def languages(self) -> Collection[str]:
        """For which it has a voice here; empty when the engine itself is missing."""

    def speak(self, text: str, language: str) -> bytes:
        """These words as WAV. Raises CannotSpeak."""


class Espeak:
    """espeak-ng: small, quick, and speaks every language of the portal. Words reach it by standard input."""

    name = "espeak-ng 1"
    VOICES = {"nl": "nl", "en": "en-gb", "tr": "tr", "ar": "ar", "pl": "pl", "uk": "uk"}
    PACE = 145  # words a minute: calm
    LIMITS = Limits(memory=512 * MB, seconds=30, file=0, patience=45)

    @property
    def languages(self) -> Collection[str]:
        return self.VOICES if program("espeak-ng") else ()

    def speak(self, text: str, language: str) -> bytes:
        where = program("espeak-ng")
        if where is None or language not in self.VOICES:
            raise CannotSpeak
        voice = ["-v", self.VOICES[language], "-s", str(self.PACE), "-g", "2", "-b", "1"]
        try:
            return run([where, *voice, "--stdin", "--stdout"], self.LIMITS, said=text.encode())
        except (Stopped, Failed):
            raise CannotSpeak from None


@cache
def engine_named(path: str) -> Engine:
    made: Engine = import_string(path)()
    return made


def engine() -> Engine:
    """The one of this installation."""
    return engine_named(settings.SPEECH)

"""What a translator is, and how asking one can end."""

import datetime as dt
from typing import Protocol

NO_WAIT = dt.timedelta(0)


class Translator(Protocol):
    def translate(self, texts: list[str], *, source: str, target: str) -> list[str]:
        """As many answers as texts, in their order. Raises Later or Never."""


class NotTranslated(Exception):
    """`reason` is for the machine's own notes: no text and no name in it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Later(NotTranslated):
    """Not now; when the machine says so itself, not before `wait` is over."""

    def __init__(self, reason: str, wait: dt.timedelta = NO_WAIT) -> None:
        super().__init__(reason)
        self.wait = wait


class Never(NotTranslated):
    """This machine will not translate this text between these languages."""

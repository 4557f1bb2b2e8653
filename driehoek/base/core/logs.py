"""What a line in the log may say: nothing that opens a door, and nothing about anybody.

Of an error its kind and its place: its words may hold a name, an address or a code.
"""

import logging
import re
from collections.abc import Iterable
from traceback import format_tb
from types import TracebackType
from typing import Any  # Django and logging hand over whatever was logged

Raised = tuple[type[BaseException] | None, BaseException | None, TracebackType | None]


class Discreet(logging.Formatter):
    """`secret_after`: the beginnings of addresses behind which a code or a token stands ("/w/")."""

    def __init__(self, *args: Any, secret_after: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = "|".join(map(re.escape, secret_after))
        self.secret = re.compile(rf"((?:{places}))[^/\s\"']{{8,}}")

    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None  # as another handler may have told it
        line = self.secret.sub(r"\1…", super().format(record))
        record.exc_text = None
        return line

    def formatException(self, raised: Raised) -> str:
        """Of this error, and of those behind it."""
        told, error = [], raised[1]
        while error is not None:
            kind = f"{type(error).__module__}.{type(error).__qualname__}"
            told.append("".join(format_tb(error.__traceback__)) + kind)
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\nafter\n".join(told)

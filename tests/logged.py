"""What our own log writes: the real handlers, with what they leave out, on paper instead of the console."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO

LOGGERS = ("", "django", "django.server")


@contextmanager
def logged() -> Iterator[StringIO]:
    paper = StringIO()
    former = [(handler, handler.setStream(paper)) for handler in handlers()]
    yield paper
    for handler, stream in former:
        handler.setStream(stream)


def handlers() -> list[logging.StreamHandler]:  # type: ignore[type-arg]  # of whatever it writes to
    """Those of the settings; those of pytest are of other kinds."""
    found = {handler for name in LOGGERS for handler in logging.getLogger(name).handlers}
    return [handler for handler in found if type(handler) is logging.StreamHandler]

"""Somebody who listens: what she hears, and how often something new is made for her."""

import datetime as dt

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.speech import making
from driehoek.backbone.speech.engines import CannotSpeak, engine
from driehoek.backbone.speech.texts import Words
from driehoek.base.core.limits import Limit

NEW = Limit("speech", 60, dt.timedelta(minutes=10))  # what was made before may be heard without end


class TooOften(Exception):
    """So much in so short a time that it is a machine."""


def hear(words: Words | None, *, by: Viewer | None) -> str | None:
    """Where the speech lies, made now if need be; None when nobody can say it.

    The gate has already let her in to what she hears. Words of ours are for a visitor without a name too; of
    those there are not many, so they are not counted.
    """
    if words is None or words.language not in engine().languages:
        return None
    path = making.relative_path(words)
    if making.is_made(path):
        return path
    if by and not NEW.allows(str(by.person.pk), now=by.now):
        raise TooOften
    try:
        making.make(words, path)
    except CannotSpeak:
        return None
    return path

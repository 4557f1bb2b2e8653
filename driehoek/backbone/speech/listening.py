"""Somebody who listens: what she hears, and how often something new is made for her."""

import datetime as dt

from django.db.models import Model

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.speech import making
from driehoek.backbone.speech.engines import CannotSpeak, engine
from driehoek.backbone.speech.texts import words_of
from driehoek.base.core.limits import Limit

NEW = Limit("speech", 60, dt.timedelta(minutes=10))  # what was made before may be heard without end


class TooOften(Exception):
    """So much in so short a time that it is a machine."""


class Listener:
    """A viewer who may read the thing; the gate has already let her in."""

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer

    def hear(self, thing: Model, *, part: str, wanted: str) -> str | None:
        """Where the speech lies, made now if need be; None when nobody can say it."""
        words = words_of(thing, part=part, wanted=wanted)
        if words is None or words.language not in engine().languages:
            return None
        path = making.relative_path(words)
        if making.is_made(path):
            return path
        if not NEW.allows(str(self.viewer.person.pk), now=self.viewer.now):
            raise TooOften
        try:
            making.make(words, path)
        except CannotSpeak:
            return None
        return path

"""Translations of every text of a life, each with secrets of its own: the memory must not be a side door."""

import datetime as dt
from collections.abc import Mapping
from typing import Protocol

from django.conf import settings

from driehoek.backbone.translation.models import Translation
from driehoek.backbone.translation.texts import Text
from tests.cast import NOW
from tests.oracle.life import Life

LONG_AGO = NOW - dt.timedelta(days=1)
LANGUAGES = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


def translate(life: Life) -> None:
    """Everything in every language, as a machine left it. Then only these secrets count."""
    life.canaries.things.clear()
    life.interpreters.clear()
    life.faces.clear()
    written: dict[str, Mapping[str, Written]] = {"post": life.posts, "comment": life.comments}
    written |= {"message": life.talks.said, "question": life.questions, "day": life.days}
    written |= {"milestone": life.milestones}
    for trait in life.traits.values():
        trait.school = life.cast.vlieger.pk
    written |= {"trait": life.traits}
    for kind, things in written.items():
        for name, thing in things.items():
            secret = life.canaries.new(f"translation of {kind} {name}")
            gone = name == "taken back"  # its row is still there, its words are for nobody
            life.canaries.belongs((name if gone else kind, thing.pk), secret)
            remember(thing, secret)


class Written(Protocol):
    pk: int

    @property
    def texts(self) -> dict[str, Text]: ...


def remember(thing: Written, secret: str) -> None:
    """Also of what is gone: the rows that would be left behind if nobody forgot them."""
    for language in LANGUAGES:
        rows = [Translation.of(text, language, at=LONG_AGO) for text in thing.texts.values()]
        for row in rows:
            row.state, row.words = Translation.State.DONE, f"{row.original.split()[0]} {secret}"
        Translation.objects.bulk_create(rows, ignore_conflicts=True)

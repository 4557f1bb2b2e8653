"""Translations of every text of a life, each with secrets of its own: the memory must not be a side door."""

import datetime as dt

from django.conf import settings

from driehoek.backbone.translation.models import Translation
from driehoek.features.feed.models import Comment, Post
from tests.cast import NOW
from tests.oracle.life import Life

LONG_AGO = NOW - dt.timedelta(days=1)
LANGUAGES = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


def translate(life: Life) -> None:
    """Every post and remark in every language, as a machine left them. Then only these secrets count."""
    life.canaries.things.clear()
    for kind, things in (("post", life.posts), ("comment", life.comments)):
        for name, thing in things.items():
            secret = life.canaries.new(f"translation of {kind} {name}")
            life.canaries.belongs((kind, thing.pk), secret)
            remember(thing, secret)


def remember(thing: Post | Comment, secret: str) -> None:
    """Also of what is gone: the rows that would be left behind if nobody forgot them."""
    for language in LANGUAGES:
        rows = [Translation.of(text, language, at=LONG_AGO) for text in thing.texts.values()]
        for row in rows:
            row.state, row.words = Translation.State.DONE, f"{row.original.split()[0]} {secret}"
        Translation.objects.bulk_create(rows, ignore_conflicts=True)

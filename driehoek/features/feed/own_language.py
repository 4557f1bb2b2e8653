"""Posts and remarks in the language of the page."""

import datetime as dt
from collections.abc import Sequence

from django.utils.translation import get_language

from driehoek.backbone.translation.reading import read_in
from driehoek.features.feed.models import Comment, Post


def put_in_words(things: Sequence[Post | Comment], *, now: dt.datetime) -> None:
    """Give each of them `told`: its texts as this reader gets them. One query, or none when all is hers."""
    told = read_in(get_language() or "nl", [thing.texts for thing in things], now=now)
    for thing, words in zip(things, told, strict=True):
        thing.told = words

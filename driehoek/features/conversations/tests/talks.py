"""Conversations for the tests: Naima asks about Yusuf, and Juf Anouk answers."""

import datetime as dt
from typing import Any

from driehoek.facts.people.models import Person
from driehoek.features.conversations.models import Conversation
from tests.cast import Cast

HOUR = dt.timedelta(hours=1)


def asked(
    cast: Cast, text: str = "Slaapt Yusuf genoeg?", *, by: Person | None = None, **more: Any
) -> Conversation:
    """An hour ago, by Naima unless somebody else is named."""
    by, at = by or cast.naima, cast.now - HOUR
    more = {"line_of": by, "corner": "home", "told_at": at} | more
    children = more.pop("children", [cast.yusuf])
    school = more.pop("school", cast.vlieger)
    return Conversation.begin(school, children, by=by, text=text, at=at, **more)


def written(
    cast: Cast, to: Person, text: str = "Yusuf las vandaag hardop voor.", **more: Any
) -> Conversation:
    """Juf Anouk began, an hour ago."""
    more = {"corner": "school", "about": "good"} | more
    return asked(cast, text, by=cast.anouk, line_of=to, **more)


def seen_by(cast: Cast, conversation: Conversation, *people: str, now: dt.datetime | None = None) -> set[str]:
    """Those of these people who may read it, in the hat they usually wear."""
    found = set()
    for name in people:
        viewer = cast.viewer(getattr(cast, name), now=now or cast.now)
        if Conversation.objects.visible_to(viewer).filter(pk=conversation.pk).exists():
            found.add(name)
    return found

"""Words that somebody changes or takes back: what they were is kept apart, and is translated no more.

For things with an `author`, a `text` in a `language`, `texts` and `edited_at`. Said within the transaction
of the verb that records it.
"""

import datetime as dt
from typing import Any  # a thing of any feature that has those fields

from driehoek.backbone.moderation.models.trace import Act, Trace
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.wanting import forget
from driehoek.facts.schools.models import School


def reword(thing: Any, text: str, *, school: School, at: dt.datetime) -> bool:
    """Give it other words; False when they are the same."""
    kept = type(thing).objects.select_for_update().get(pk=thing.pk)
    if kept.text == text:
        return False
    take_back(kept, Act.CHANGED, school=school, at=at)
    thing.text, thing.edited_at, thing.language = text, at, language_of(text, thing.author.language)
    thing.save(update_fields=["text", "edited_at", "language"])
    return True


def take_back(thing: Any, act: Act = Act.REMOVED, *, school: School, at: dt.datetime) -> None:
    """Keep apart what it says; where nothing was written, nothing is kept."""
    if thing.text:
        Trace.leave(thing, act, thing.text, school=school, author=thing.author, at=at)
    forget(thing.texts.values())

"""What was said, drawn: words that no longer change are drawn once, and kept for whoever is told the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from driehoek.backbone.access.rules.meeting import EDITABLE
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.clock import moment_in_words
from driehoek.features.conversations.models import Corner, Message

KEPT = 600  # seconds
PIECE = "conversations/_bubble.html"


@dataclass
class Bubble:
    """One message as one viewer sees it."""

    said: Message
    speaks_as: str  # "ouder van Yusuf"
    when: str
    is_own: bool
    may_edit: bool
    may_withdraw: bool
    is_waiting: bool  # for the morning: the other side does not read it yet
    may_translate: bool
    hurry: str  # why it did not wait; for school alone
    is_undelivered: bool  # no road led to who should read it; for school alone
    drawn: SafeString = SafeString()

    @cached_property
    def cache_key(self) -> str:
        """Of everything that is drawn: whoever is told the same shares the drawing."""
        said, face = self.said, self.said.author.face
        told = [said.pk, said.told.version, said.author.name, self.speaks_as, self.when, self.hurry]
        told += [self.is_own, self.may_edit, self.may_withdraw, said.edited_at, said.taken_back_at]
        told += [self.may_translate, self.is_undelivered]
        told += [self.shows_face and face and face.token]
        told += [one.look for one in said.carried]
        digest = blake2b(repr(told).encode(), digest_size=16).hexdigest()
        return f"conversations.bubble.{get_language()}.{digest}"

    @property
    def shows_face(self) -> bool:
        """Whether this viewer may see it; else there are initials."""
        return bool(vars(self.said)["shows_face"])


def bubbles_of(
    said: Sequence[Message], viewer: Viewer, *, home: str, is_school: bool, may_speak: bool
) -> list[Bubble]:
    """`home` says from where the person at home speaks. What waits can be taken back, and is not kept.
    `may_speak` says whether she may answer here; without that she changes nothing either."""
    made = [_bubble(message, viewer, home, is_school, may_speak) for message in said]
    draw([bubble for bubble in made if not bubble.is_waiting])
    return made


def _bubble(said: Message, viewer: Viewer, home: str, is_school: bool, may_speak: bool) -> Bubble:
    is_own = said.author_id == viewer.person.pk
    is_hers = may_speak and is_own and not said.is_taken_back
    hurry = getattr(said, "hurry", None) if is_school else None
    return Bubble(
        said,
        speaks_as={Corner.SCHOOL: _("school"), Corner.CHILD: _("leerling")}.get(Corner(said.corner), home),
        when=moment_in_words(said.due_at, now=viewer.now),
        is_own=is_own,
        may_edit=is_hers and bool(said.text) and said.due_at > viewer.now - EDITABLE,
        may_withdraw=is_hers and said.due_at <= viewer.now,
        is_waiting=said.due_at > viewer.now,
        may_translate=is_school,
        hurry=hurry.reason if hurry else "",
        is_undelivered=is_school and said.corner == Corner.SCHOOL and vars(said)["is_undelivered"],
    )


def draw(bubbles: list[Bubble]) -> None:
    """Take from the cache what was drawn before."""
    kept = cache.get_many([bubble.cache_key for bubble in bubbles])
    page = {
        "page_language": get_language(),
        "page_direction": "rtl" if get_language_bidi() else "ltr",
    }
    fresh = {
        bubble.cache_key: render_to_string(PIECE, page | {"bubble": bubble, "said": bubble.said})
        for bubble in bubbles
        if bubble.cache_key not in kept
    }
    if fresh:
        cache.set_many(fresh, KEPT)
    drawn = kept | fresh
    for bubble in bubbles:
        bubble.drawn = drawn[bubble.cache_key]

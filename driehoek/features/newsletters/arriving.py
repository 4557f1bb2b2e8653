"""Newsletters as they lie on the first page: new on top, and for two weeks among what is of the school."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any  # the columns of a line

from django.core.cache import cache
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from driehoek.backbone.access.parts import Asking, asked
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.models import Notification
from driehoek.facts.people.models import Person
from driehoek.features.newsletters.letter import ORDER
from driehoek.features.newsletters.models import CopyLine, Edition, Newsletter

LIES = dt.timedelta(days=14)
MOST = 3
KEPT, HOUR = "newsletters.edition:", 3600  # in the cache, in seconds


@dataclass(frozen=True)
class Arrived:
    """One letter of hers, and the heads of what is in it about the children she looks at."""

    copy: int
    newsletter: Newsletter
    heads: list[str]
    is_new: bool

    @property
    def url(self) -> str:
        return reverse("newsletters:copy", args=[self.copy])


def arrived(viewer: Viewer, child: Person | None = None) -> Asking[list[Arrived]]:
    """The newest first. One question, and one more for a letter that nobody asked for in the last hour."""
    blocks = defaultdict[tuple[int, int, bool], set[tuple[int, int, int]]](set)
    lines = yield from asked(_lines, viewer, viewer.now - LIES)
    for *letter, block, student, kind, position in lines:
        if child is None or student == child.pk:
            blocks[tuple(letter)].add((ORDER.index(kind), position, block))
    newest = sorted(blocks, reverse=True)[:MOST]
    editions = _editions([edition for _copy, edition, _is_new in newest])
    return [
        _arrived(copy, editions[edition], sorted(blocks[copy, edition, is_new]), is_new)
        for copy, edition, is_new in newest
    ]


def _arrived(copy: int, edition: Edition, blocks: list[tuple[int, int, int]], is_new: bool) -> Arrived:
    edition.put_in_words(edition.newsletter, [])
    heads = [edition.head(block) for _kind, _position, block in blocks]
    return Arrived(copy, edition.newsletter, [head for head in heads if head], is_new)


def _lines(me: Viewer, since: dt.datetime) -> QuerySet[CopyLine, Any]:
    """What she may still read of it; a letter of which nothing is left does not lie there."""
    of = {"entry__subject_type__app_label": "newsletters", "entry__subject_type__model": "copy"}
    unread = Notification.objects.filter(person=me.person, read_at=None, **of)
    is_new = Exists(unread.filter(entry__subject_id=OuterRef("copy_id")))
    seen = CopyLine.objects.visible_to(me).filter(copy__at__gt=since).annotate(is_new=is_new)
    return seen.values_list(
        "copy", "copy__edition", "is_new", "block", "student", "block__kind", "block__position"
    )


def _editions(keys: list[int]) -> dict[int, Edition]:
    """Words that never change any more, kept for all who read them."""
    kept = cache.get_many([f"{KEPT}{key}" for key in keys])
    known = {edition.pk: edition for edition in kept.values()}
    if missing := set(keys) - known.keys():
        found = Edition.objects.select_related("newsletter__school").in_bulk(missing)
        cache.set_many({f"{KEPT}{key}": edition for key, edition in found.items()}, HOUR)
        known |= found
    return known

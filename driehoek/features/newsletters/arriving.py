"""Newsletters as they lie on the first page: new on top, and for two weeks among what is of the school."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from driehoek.backbone.access.prepared import padded, prepared
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.inbox import unread
from driehoek.facts.people.models import Person
from driehoek.features.newsletters.letter import ORDER
from driehoek.features.newsletters.models import Copy, CopyLine

LIES = dt.timedelta(days=14)
MOST = 3


@dataclass(frozen=True)
class Arrived:
    """One letter of hers, and the heads of what is in it about the children she looks at."""

    copy: Copy
    heads: list[str]
    is_new: bool


def arrived(viewer: Viewer, child: Person | None = None) -> list[Arrived]:
    """The newest first. In as many questions whatever they hold, and in one when there is none."""
    blocks = defaultdict[int, set[tuple[int, int, int]]](set)
    for copy, block, student, kind, position in prepared(_lines, viewer, viewer.now - LIES):
        if child is None or student == child.pk:
            blocks[copy].add((ORDER.index(kind), position, block))
    if not blocks:
        return []
    new, found = set(unread(viewer, Copy)), []
    for copy in prepared(_copies, padded(sorted(blocks, reverse=True)[:MOST])):
        copy.edition.put_in_words(copy.newsletter, [])
        heads = [copy.edition.head(block) for _kind, _position, block in sorted(blocks[copy.pk])]
        found.append(Arrived(copy, [head for head in heads if head], copy.pk in new))
    return found


def _lines(me: Viewer, since: dt.datetime) -> QuerySet[CopyLine, tuple[int, int, int, str, int]]:
    """What she may still read of it; a letter of which nothing is left does not lie there."""
    seen = CopyLine.objects.visible_to(me).filter(copy__at__gt=since)
    return seen.values_list("copy", "block", "student", "block__kind", "block__position")


def _copies(keys: tuple[int, ...]) -> QuerySet[Copy]:
    found = Copy.objects.filter(pk__in=keys).select_related("newsletter__school", "edition")
    return found.order_by("-at", "-pk")

"""Deze week: what a person was told in seven days, on a page."""

import datetime as dt

from django.utils.translation import get_language

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.digests.press import DigestPress
from driehoek.backbone.notifications.digests.readers import Piece, Reader
from driehoek.backbone.notifications.digests.sheet import Sheet, keep, laid_out
from driehoek.backbone.notifications.letter import known
from driehoek.backbone.notifications.models import Notification

A_WEEK = dt.timedelta(days=7)
MOST = 40  # the newest


def week_of(viewer: Viewer) -> Sheet:
    """Laid out as her digest is, under the hat she wears now; also what she has read."""
    told = Notification.objects.filter(
        person=viewer.person, entry__due_at__gt=viewer.now - A_WEEK, entry__due_at__lte=viewer.now
    )
    newest = list(told.select_related("entry").order_by("-entry__due_at", "-pk")[:MOST])
    press, reader = DigestPress(viewer.now), Reader(viewer.person, viewer.now, (viewer.hat,))
    press.prepare(one.entry for one in newest)
    pieces = {one: Piece(one.entry, notice) for one in newest if (notice := press.notice(one.entry))}
    seen = reader.seen(pieces.values())
    kept = [
        keep(one, piece, reader, viewer.hat, press) for one, piece in pieces.items() if one.entry_id in seen
    ]
    words = press.told(known(get_language() or ""), [text for one in kept for text in one.texts])
    return laid_out(kept, words, reader)

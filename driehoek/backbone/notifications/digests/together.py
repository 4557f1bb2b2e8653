"""What one digest folded into one line: "3 antwoorden van school"."""

import datetime as dt

from driehoek.backbone.notifications.digests.readers import Piece, Reader
from driehoek.backbone.notifications.models import Delivery, Notification
from driehoek.backbone.notifications.notices import Notice, notices_of


def told_together(told: Notification, notice: Notice, now: dt.datetime) -> list[Notice]:
    """This one, and what else of the same page came with it and is still hers to read; the newest first."""
    in_digests = Delivery.objects.filter(notification=told).exclude(digest=None).values("digest")
    along = Delivery.objects.filter(digest__in=in_digests).values("notification")
    others = Notification.objects.filter(person=told.person, pk__in=along).exclude(pk=told.pk)
    entries = [one.entry for one in others.select_related("entry").order_by("-entry__due_at", "-pk")]
    notices = notices_of(entries)
    pieces = [Piece(entry, found) for entry in entries if (found := notices[entry.pk])]
    alike = [one for one in pieces if one.notice.several and one.notice.page == notice.page]
    seen = Reader(told.person, now, ("home",)).seen(alike)
    return [notice, *(one.notice for one in alike if one.entry.pk in seen)]

"""Attachments that nothing carries: brought with a form that was never sent."""

import datetime as dt

from django.db.models import QuerySet

from driehoek.backbone.media.carrying import carrying
from driehoek.backbone.media.models import Attachment


def loose() -> QuerySet[Attachment]:
    rows: QuerySet[Attachment] = Attachment._default_manager.all()
    for carried in carrying().values():
        rows = rows.exclude(carried)
    return rows


def forget(*, before: dt.datetime) -> int:
    """Those brought before that moment; gives how many went."""
    gone = list(loose().filter(created_at__lt=before))
    for one in gone:
        one.discard()
    return len(gone)

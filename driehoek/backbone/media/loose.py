"""Attachments that nothing carries: brought with a form that was never sent."""

import datetime as dt

from django.apps import apps
from django.db.models import Exists, OuterRef, QuerySet

from driehoek.backbone.access.rules.photos import CARRIERS
from driehoek.backbone.media.models import Attachment, Photo


def loose() -> QuerySet[Attachment]:
    rows: QuerySet[Attachment] = Attachment._default_manager.exclude(
        Exists(Photo._default_manager.filter(film=OuterRef("pk")))
    )
    for label in CARRIERS:
        carrier = apps.get_model(label)._default_manager
        rows = rows.exclude(Exists(carrier.filter(attachment=OuterRef("pk"))))
    return rows


def forget(*, before: dt.datetime) -> int:
    """Those brought before that moment; gives how many went."""
    gone = list(loose().filter(created_at__lt=before))
    for one in gone:
        one.discard()
    return len(gone)

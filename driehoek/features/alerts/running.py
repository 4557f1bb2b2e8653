"""What is urgent for one viewer at this moment, for the first page she opens."""

import datetime as dt

from django.core.cache import cache
from django.db.models import QuerySet

from driehoek.backbone.access.prepared import prepared
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.features.alerts.models import Alert
from driehoek.features.alerts.models.alert import ANYWHERE

A_MOMENT = 10  # seconds


def running_for(viewer: Viewer) -> list[Alert]:
    """The newest first, in her language; most days nothing, without a question."""
    if not _is_any(viewer.now):
        return []
    found: list[Alert] = prepared(_running, viewer)
    if found:
        put_in_words(found, now=viewer.now)
    return found


def _is_any(now: dt.datetime) -> bool:
    """Whether something urgent holds anywhere. Kept for some seconds: this stands on a page that all open."""
    known: bool | None = cache.get(ANYWHERE)
    if known is None:
        known = Alert.objects.running(now).exists()
        cache.set(ANYWHERE, known, A_MOMENT)
    return known


def _running(me: Viewer) -> QuerySet[Alert]:
    return Alert.objects.visible_to(me).running(me.now).select_related("school")

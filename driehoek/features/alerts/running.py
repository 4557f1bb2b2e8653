"""What is urgent for one viewer at this moment, for the first page she opens."""

from django.db.models import QuerySet

from driehoek.backbone.access.prepared import prepared
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.features.alerts.models import Alert


def running_for(viewer: Viewer) -> list[Alert]:
    """The newest first, in her language; most days one question without an answer."""
    found: list[Alert] = prepared(_running, viewer)
    if found:
        put_in_words(found, now=viewer.now)
    return found


def _running(me: Viewer) -> QuerySet[Alert]:
    return Alert.objects.visible_to(me).running(me.now).select_related("school")

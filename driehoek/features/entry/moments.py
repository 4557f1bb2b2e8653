"""What time it is for a visitor: that of the viewer, or the clock's for someone who is not signed in yet."""

import datetime as dt

from django.http import HttpRequest

from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core import clock


def moment_of(request: HttpRequest) -> dt.datetime:
    viewer = viewer_at(request)
    return viewer.now if viewer else clock.now()


def viewer_at(request: HttpRequest) -> Viewer | None:
    """Who is signed in already, on a page that does not ask for it."""
    return getattr(request, "viewer", None)

"""The hours of shown work, in the language of the reader."""

import datetime as dt

from django.utils.functional import lazy
from django.utils.translation import gettext as _

from driehoek.features.newsletters.models import Block


def _said(block: Block) -> str:
    """ "9:00 tot 10:00", or "9:00"."""
    if block.starts is None:
        return ""
    if block.ends is None:
        return _time(block.starts)
    return _("%(starts)s tot %(ends)s") % {"starts": _time(block.starts), "ends": _time(block.ends)}


def _time(time: dt.time) -> str:
    return f"{time.hour}:{time:%M}"


hours_of = lazy(_said, str)

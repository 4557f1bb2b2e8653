"""How the text of a block is shown: as small Markdown, and the hours of something on a day."""

import datetime as dt

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from driehoek.base.core.text import excerpt, safe_html
from driehoek.features.newsletters.models import Block

register = template.Library()


@register.filter
def formatted(text: str) -> SafeString:
    return safe_html(text)


@register.filter
def shortened(text: str) -> str:
    return excerpt(text)


@register.filter
def hours(block: Block) -> str:
    """ "9:00 tot 10:00", or "9:00"."""
    if block.starts is None:
        return ""
    if block.ends is None:
        return _time(block.starts)
    return _("%(starts)s tot %(ends)s") % {"starts": _time(block.starts), "ends": _time(block.ends)}


def _time(time: dt.time) -> str:
    return f"{time.hour}:{time:%M}"

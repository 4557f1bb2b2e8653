"""How a block is shown: its text as small Markdown, the beginning of it, and the hours of shown work."""

from collections.abc import Mapping

from django import template
from django.utils.safestring import SafeString

from driehoek.base.core.text import excerpt, safe_html
from driehoek.features.newsletters.hours import hours_of
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
    return str(hours_of(block))


@register.filter
def of_block(found: Mapping[int, object], block: Block) -> object:
    """What was found for this block; nothing if there was nothing."""
    return found.get(block.pk)

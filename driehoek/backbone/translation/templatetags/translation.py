"""Names of languages, and the original of what was translated."""

from django import template
from django.conf import settings
from django.template.context import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info

from driehoek.base.core.text import safe_html

register = template.Library()


@register.filter
def language_name(code: str) -> str:
    """In the language of the page: "Turks"."""
    return str(_info(code)["name_translated"])


@register.filter
def own_name(code: str) -> str:
    """As its speakers call it: "Türkçe"."""
    return dict(settings.LANGUAGES).get(code, str(_info(code)["name_local"]))


@register.filter
def as_written(words: str) -> SafeString:
    """With the small Markdown that people type."""
    return safe_html(words)


@register.simple_tag
def is_translated_here() -> bool:
    """Whether this installation has a machine that translates."""
    return bool(settings.TRANSLATOR)


@register.simple_tag(takes_context=True)
def is_said_before(context: Context) -> bool:
    """Whether this page was told already what one can do who cannot read it; from now on it was."""
    request = context["request"]
    before = hasattr(request, "_told_of_help")
    request._told_of_help = True
    return before


def _info(code: str) -> dict[str, object]:
    try:
        return dict(get_language_info(code))
    except KeyError:
        return {"name_translated": code, "name_local": code}

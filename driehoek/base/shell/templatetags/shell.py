"""Tags for every template: icon, face, when, the school's colours, and the sprite around a page."""

import datetime as dt
from collections.abc import Hashable, Iterable
from functools import cache, lru_cache
from typing import Any  # a person, a portrait and a template context are not known down here

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.template.defaulttags import url as django_url
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_bidi

from driehoek.base.core.addresses import kept_address
from driehoek.base.core.clock import moment_in_words
from driehoek.base.core.text import listed
from driehoek.base.shell.icons import sprite, symbol, used_icons

register = template.Library()
TINTS = 6  # .av-1 to .av-6 in avatar.css


@register.simple_tag
@cache
def icon(name: str, size: str = "") -> SafeString:
    """A drawing beside a word: {% icon "house-fill" %}, {% icon "arrow-left-bold" "i-flip" %}."""
    symbol(name)  # an unknown name fails here, where it was written
    flies = name.startswith("paper-plane-right") and "i-flip" not in size  # on, whichever way one reads
    classes = f"i {size}{' i-flip' if flies else ''}".replace("  ", " ").strip()
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="#{}"/></svg>', classes, name
    )


@register.simple_tag
def still(template_name: str, **values: Hashable) -> SafeString:
    """A piece that is alike for everybody, so it is drawn once for each language:
    {% still "shell/_mark.html" size=64 %}. It knows nothing of the page around it."""
    return _drawn(template_name, get_language(), tuple(values.items()))


@lru_cache(maxsize=1000)
def _drawn(template_name: str, _language: str | None, values: tuple[tuple[str, Hashable], ...]) -> SafeString:
    return render_to_string(template_name, dict(values))


@register.simple_tag
def face(person: Any, size: str = "", *, shown: bool = True) -> SafeString:
    """A person's portrait over her initials, which stay visible when this visitor may not see the portrait.

    size is "", "s", "l" or "xl"; shown=False leaves the portrait out. A face stands beside a name,
    so readers hear nothing.
    """
    classes = f"av av-{size} av-letters" if size else "av av-letters"
    tint = (person.pk or 0) % TINTS + 1  # hers for ever
    return format_html(
        '<span class="{} av-{}" aria-hidden="true">{}{}</span>',
        classes,
        tint,
        person.initials,
        portrait(person) if shown else "",
    )


@register.filter
def bdi(words: object, language: str = "") -> SafeString:
    """Words in a language of their own, named if it is known: inside a sentence that runs the other way they
    keep their order, and a voice says them in their own sound."""
    if language:
        return format_html('<bdi lang="{}">{}</bdi>', language, words)
    return format_html("<bdi>{}</bdi>", words)


@register.filter(name="listed")
def listed_words(words: Iterable[object]) -> str:
    """ "Anouk, Meryem en Daan", as the language of the page lists them."""
    return listed(words)


@register.filter
def phone(number: str) -> str:
    """As people here write it: "06 12 34 56 78"; a number from abroad stays as it is."""
    digits = "".join(number.split())
    if not digits.startswith("+316") or len(digits) != 12:
        return number
    return " ".join(["06", *(digits[at : at + 2] for at in range(4, 12, 2))])


def portrait(person: Any) -> SafeString:
    """The picture itself; nothing for who has none."""
    if not person.face:
        return mark_safe("")
    address = person.face.get_absolute_url()
    return format_html('<img src="{}" alt="" loading="lazy" decoding="async">', address)


@register.simple_tag(takes_context=True)
def when(context: Context, moment: dt.datetime) -> str:
    """ "14:40" today, "gisteren", "dinsdag", "9 oktober", with the year when it is another one. Where a page
    runs from the right it keeps together: the number of a day would go along with a Latin name before it."""
    words = moment_in_words(moment, now=context["now"])
    return f"\u2068{words}\u2069" if get_language_bidi() else words


@register.simple_tag
def school_style(colour: str | None) -> SafeString:
    """The link to a school's own colours; nothing without a colour."""
    if not colour:
        return mark_safe("")
    address = reverse("shell:theme", args=[colour.lstrip("#").lower()])
    return format_html('<link rel="stylesheet" href="{}">', address)


CUT = mark_safe("<!-- cut -->")  # what a person types never looks like this: it is escaped


def in_pieces(template_name: str, context: dict[str, Any]) -> list[SafeString]:
    """A rendered template, divided where it says {{ cut }}: for what is kept and later put together."""
    return [mark_safe(piece) for piece in render_to_string(template_name, context | {"cut": CUT}).split(CUT)]


def put_together(pieces: Iterable[SafeString]) -> SafeString:
    """The pieces as one again. Raises TypeError for what was not rendered or escaped before."""
    whole = list(pieces)
    if not all(isinstance(piece, SafeString) for piece in whole):
        raise TypeError("only what is safe already can be put together")
    return mark_safe("".join(whole))


@register.tag
def url(parser: Parser, token: Token) -> template.Node:
    """Django's {% url %}, except that an address without a key is looked up once."""
    node = django_url(parser, token)
    name = node.view_name.var
    if node.args or node.kwargs or node.asvar or not isinstance(name, str):
        return node
    return FixedAddress(name)


class FixedAddress(template.Node):
    def __init__(self, url_name: str) -> None:
        self.url_name = url_name

    def render(self, context: Context) -> SafeString:
        return mark_safe(kept_address(self.url_name))


@register.tag
def sprited(parser: Parser, token: Token) -> "Sprited":
    """{% sprited %}a page{% endsprited %}: the page, and after it the icons it turned out to use."""
    inside = parser.parse(("endsprited",))
    parser.delete_first_token()
    return Sprited(inside)


class Sprited(template.Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        html = self.nodelist.render(context)
        return mark_safe(html + sprite(used_icons(html)))

"""What people type, made safe to show: a small part of Markdown, and a first line of it."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from html import unescape
from importlib import import_module
from typing import Any  # a reader of Markdown, where it is read in

import nh3
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi, gettext

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a"}
SCHEMES = {"http", "https", "mailto", "tel"}
RULES = ["emphasis", "list", "link", "newline", "escape", "entity"]


@cache
def _markdown() -> Any:
    """Read in by whoever shows words: a worker that rests keeps no room for it."""
    reader: Any = import_module("markdown_it").MarkdownIt("zero", {"breaks": True})
    return reader.enable(RULES)


@lru_cache(maxsize=200)
def safe_html(text: str) -> SafeString:
    """Paragraphs, lists, bold, italics and links; everything else becomes plain text or disappears. Kept of
    the last few, because a class reads the same one."""
    html = nh3.clean(
        _markdown().render(text),
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer nofollow",
    )
    return mark_safe(html)


def plain_text(text: str) -> str:
    """The words alone, on one line, for mail subjects, previews and reading aloud."""
    words = nh3.clean(_markdown().render(text), tags=set())
    return re.sub(r"\s+", " ", unescape(strip_tags(words))).strip()


def ended(sentence: str) -> str:
    """A heading and a name have no full stop, and a voice would run on."""
    return sentence if sentence.endswith((".", "?", "!", "؟", ":", "…")) else f"{sentence}."


def excerpt(text: str, limit: int = 140) -> str:
    """The beginning in plain words, at most `limit` characters, cut between words."""
    words = plain_text(text)
    if len(words) <= limit:
        return words
    return words[:limit].rsplit(" ", 1)[0][: limit - 1].rstrip(",;:.- ") + "…"


def listed(words: Iterable[object]) -> str:
    """ "Anouk, Meryem en Daan", with the comma and the "and" of the language of the page. A name that runs
    the other way keeps to itself, so that commas and order stay those of the page."""
    *others, last = [isolated(str(word)) for word in words] or [""]
    if not others:
        return last
    return gettext("%(others)s en %(last)s") % {"others": gettext(", ").join(others), "last": last}


def isolated(words: str) -> str:
    """Between marks that nobody sees, when something in it runs against the language of the page. Also where
    no element can stand: in a label, the title of a page, the subject of a mail."""
    return f"\u2068{words}\u2069" if _runs_against(words, get_language_bidi()) else words


@lru_cache(maxsize=1000)
def _runs_against(words: str, from_the_right: bool) -> bool:
    against = {"L"} if from_the_right else {"R", "AL"}
    return any(unicodedata.bidirectional(sign) in against for sign in words)

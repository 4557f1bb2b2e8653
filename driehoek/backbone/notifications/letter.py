"""A message in the words of one language, as plain text and as HTML that read the same."""

import re
from dataclasses import dataclass, field

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise, lazy
from mjml import mjml2html

# What XML 1.0 cannot hold, 2.2. It arrives with text that somebody pastes from an old document.
UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Words = str | Promise  # a text, or one that waits for the language of its reader


class Heading(str):
    """A paragraph that stands above others."""

    __slots__ = ()

    def is_heading(self) -> bool:
        return True


class Subheading(Heading):
    """One below a heading."""

    __slots__ = ()

    def is_small(self) -> bool:
        return True


def _heading(words: Words) -> Heading:
    return Heading(words)


def _subheading(words: Words) -> Subheading:
    return Subheading(words)


as_heading = lazy(_heading, Heading)
as_subheading = lazy(_subheading, Subheading)


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What is said, before it has a language. Paths begin with a slash: they are paths of this portal.

    A subject names no child and gives nothing private away: it shows on locked screens and to whoever
    shares the address.
    """

    subject: Words
    is_urgent: bool = False  # said above all else
    greeting: Words = ""
    headline: Words = ""
    paragraphs: tuple[Words, ...] = ()
    question: Words = ""  # what can be answered at once
    answers: tuple[tuple[Words, str], ...] = ()  # what each button says, and the path it leads to
    code: str = ""  # set large, on a line of its own, to copy by eye or by hand
    action: Words = ""  # what the one button says
    path: str = ""  # where the one button leads
    origin: Words = ""  # that it was translated; leads to the original
    origin_path: str = ""
    ask_url: str = ""  # where she asks school something of her own
    why: Words = ""  # the small line at the end: why you get this
    stop_url: str = ""  # where to end this kind of mail


@dataclass(frozen=True)
class Rendered:
    """A letter in one language."""

    language: str
    subject: str
    text: str
    html: str


@dataclass(frozen=True)
class _Page:
    """What the two templates read."""

    letter: Letter
    language: str
    direction: str
    url: str
    origin_url: str
    answers: list[tuple[Words, str]]
    site: str = field(default_factory=lambda: settings.SITE_URL)

    @property
    def start(self) -> str:
        return "right" if self.direction == "rtl" else "left"


def render(letter: Letter, language: str) -> Rendered:
    """The letter in this language; in Dutch when we do not know the language."""
    language = known(language)
    page = _Page(
        letter,
        language,
        "rtl" if translation.get_language_info(language)["bidi"] else "ltr",
        url=absolute(letter.path),
        origin_url=absolute(letter.origin_path),
        answers=[(label, absolute(path)) for label, path in letter.answers],
    )
    with translation.override(language):
        text = render_to_string("notifications/mail/letter.txt", {"page": page})
        markup = render_to_string("notifications/mail/letter.mjml", {"page": page})
        html = mjml2html(UNPRINTABLE.sub("", markup))
        return Rendered(language, str(letter.subject), UNPRINTABLE.sub("", text).strip() + "\n", html)


def known(language: str) -> str:
    """One of settings.LANGUAGES."""
    return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def absolute(path: str) -> str:
    """The whole address of a page of ours; empty stays empty."""
    return f"{settings.SITE_URL}{path}" if path else ""

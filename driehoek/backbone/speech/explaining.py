"""What a page says in words of ours, for who listens: by the name of the page, in every language.

Each package says so in its explained.py:

    explained("entry:signin", _("Inloggen"), _("Je krijgt een code van 6 cijfers."))

The same sentences stand on the page. They are about nobody, so that everyone may hear them, also a visitor.
So are the questions and the like of which a package has a bank, each with its key:

    said_by_key("kitchen", words_of)
"""

from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.translation import override

from driehoek.backbone.speech.texts import Words
from driehoek.base.core.text import ended

EXPLAINED: dict[str, tuple[str | Promise, ...]] = {}


def explained(page: str, *sentences: str | Promise) -> None:
    EXPLAINED[page] = sentences


Saying = Callable[[str], str]  # from a key its words in the language of the page; nothing when there are none
BANKS: dict[str, Saying] = {}


def said_by_key(package: str, saying: Saying) -> None:
    BANKS[package] = saying


def is_said(page: str) -> bool:
    return page in EXPLAINED or bool(_from_bank(page))


def _from_bank(page: str) -> tuple[str, ...]:
    package, _colon, key = page.partition(":")
    words = BANKS[package](key) if package in BANKS else ""
    return (words,) if words else ()


def explanation_of(page: str, language: str) -> Words | None:
    """What is said of it in that language; None for a page that says nothing."""
    with override(language):
        said = [str(sentence) for sentence in EXPLAINED.get(page) or _from_bank(page)]
    if not said:
        return None
    return Words("\n".join(ended(sentence) for sentence in said), language)

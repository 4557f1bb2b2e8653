"""What a page says in words of ours, for who listens: by the name of the page, in every language.

Each package says so in its explained.py:

    explained("entry:signin", _("Inloggen"), _("Je krijgt een code van 6 cijfers."))

The same sentences stand on the page. They are about nobody, so that everyone may hear them, also a visitor.
"""

from django.utils.functional import Promise
from django.utils.translation import override

from driehoek.backbone.speech.texts import Words
from driehoek.base.core.text import ended

EXPLAINED: dict[str, tuple[str | Promise, ...]] = {}


def explained(page: str, *sentences: str | Promise) -> None:
    EXPLAINED[page] = sentences


def explanation_of(page: str, language: str) -> Words | None:
    """What is said of it in that language; None for a page that says nothing."""
    sentences = EXPLAINED.get(page)
    if sentences is None:
        return None
    with override(language):
        said = [str(sentence) for sentence in sentences]
    return Words("\n".join(ended(sentence) for sentence in said), language)

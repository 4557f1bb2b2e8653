"""A title taken from the text, for whoever did not write one."""

from driehoek.base.core.reading_level import SENTENCE_END
from driehoek.base.core.text import plain_text

TITLE = 60  # characters


def split_title(text: str) -> tuple[str, str]:
    """A short first sentence as a title, without its full stop, and what remains; else no title."""
    first, *rest = SENTENCE_END.split(text.strip(), maxsplit=1)
    if len(first) > TITLE:
        return "", text.strip()
    return plain_text(first).rstrip("."), "".join(rest)

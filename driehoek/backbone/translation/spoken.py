"""What is read aloud, in the language of who listens: the words that stand on the page."""

from django.db.models import Model

from driehoek.backbone.translation.reading import remembered


def spoken_in(thing: Model, text: str, language: str) -> str | None:
    """The text with each of the thing's texts as it was translated; None unless all of them were."""
    texts = getattr(thing, "texts", None)
    if texts is None:
        return None
    told = remembered(language, [texts])[0]
    if texts and told.in_words != language:
        return None
    for shown in sorted(told.values(), key=lambda shown: -len(shown.original.words)):
        text = text.replace(shown.original.words, shown.words)
    return text

"""How easily what a colleague writes reads at home. It never stops anybody, and nobody at home sees it."""

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.glossary import glossary_of
from driehoek.backbone.translation.languages import language_of
from driehoek.base.core.reading_level import ReadingLevel, reading_level

DUTCH = "nl"
LOOKS = "kijk"  # the button that only looks, for whoever has no script


def level_of(text: str, viewer: Viewer) -> ReadingLevel | None:
    """Nothing of an empty text, of another language, and of what home writes."""
    if viewer.hat != "school" or not text.strip() or language_of(text, DUTCH) != DUTCH:
        return None
    return reading_level(text, plain_words(viewer))


def plain_words(viewer: Viewer) -> dict[str, str]:
    """Of the schools where she works: their own words come before ours."""
    plain: dict[str, str] = {}
    for school in sorted(viewer.workplaces()):
        plain |= glossary_of(school).plain
    return plain

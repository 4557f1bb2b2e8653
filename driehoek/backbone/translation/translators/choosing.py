"""Which machine this installation has, from its settings; none is a choice too."""

from django.conf import settings

from driehoek.backbone.translation.translators.deepl import DeepL
from driehoek.backbone.translation.translators.libretranslate import LibreTranslate
from driehoek.backbone.translation.translators.outcome import Translator

KINDS = ("libretranslate", "deepl")


def translator() -> Translator | None:
    """Raises ValueError for a kind we do not know."""
    kind, url, key = settings.TRANSLATOR, settings.TRANSLATOR_URL, settings.TRANSLATOR_KEY
    if not kind:
        return None
    if kind not in KINDS:
        raise ValueError(f"DRIEHOEK_TRANSLATOR is {kind!r}; it can be {' or '.join(KINDS)}")
    return DeepL(key, url=url) if kind == "deepl" else LibreTranslate(url, key)

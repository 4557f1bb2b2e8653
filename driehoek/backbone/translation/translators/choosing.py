"""Which machine this installation has, from its settings; none is a choice too."""

from django.conf import settings
from django.utils.module_loading import import_string

from driehoek.backbone.translation.translators.outcome import Translator

HERE = "driehoek.backbone.translation.translators"
KINDS = {"libretranslate": f"{HERE}.libretranslate.LibreTranslate", "deepl": f"{HERE}.deepl.DeepL"}


def translator() -> Translator | None:
    """Raises ValueError for a kind we do not know. Only the one that is chosen is loaded: each brings a
    library along, and every process of an installation would pay for all of them."""
    kind = settings.TRANSLATOR
    if not kind:
        return None
    if kind not in KINDS:
        raise ValueError(f"DRIEHOEK_TRANSLATOR is {kind!r}; it can be {' or '.join(KINDS)}")
    chosen: Translator = import_string(KINDS[kind])(settings.TRANSLATOR_URL, settings.TRANSLATOR_KEY)
    return chosen

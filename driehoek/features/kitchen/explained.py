"""The questions of ours, said aloud: they are about nobody, and stand on the table of many."""

from driehoek.backbone.speech.explaining import said_by_key
from driehoek.features.kitchen.bank import by_key, of_holidays


def words_of(key: str) -> str:
    """In the language of the page."""
    ready = by_key(key) or next((one for one in of_holidays() if one.key == key), None)
    return ready.shown.words if ready else ""


said_by_key("kitchen", words_of)

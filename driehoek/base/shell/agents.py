"""What kind of device a browser says it is, in words that people use. Never more than the family."""

import re

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KINDS: list[tuple[str, str, Promise]] = [  # the first that fits
    ("iphone", r"iPhone|iPod", _("iPhone")),
    ("ipad", r"iPad", _("iPad")),
    ("android_phone", r"Android.*Mobile", _("Telefoon met Android")),
    ("android_tablet", r"Android", _("Tablet met Android")),
    ("chromebook", r"CrOS", _("Chromebook")),
    ("windows", r"Windows", _("Computer met Windows")),
    ("mac", r"Macintosh|Mac OS X", _("Mac")),
    ("linux", r"Linux|X11", _("Computer met Linux")),
]
UNKNOWN = _("Onbekend apparaat")
WORDS: dict[str, Promise] = {key: words for key, _pattern, words in KINDS}
PHONES = {"iphone", "android_phone"}


def kind_of(user_agent: str) -> str:
    """One of the keys above; empty when the browser does not say."""
    return next((key for key, pattern, _words in KINDS if re.search(pattern, user_agent)), "")


def in_words(kind: str) -> str:
    return str(WORDS.get(kind, UNKNOWN))

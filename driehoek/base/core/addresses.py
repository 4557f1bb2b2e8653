"""Addresses that pages are full of: looked up once, and not for each reader anew."""

from functools import lru_cache

from django.conf import settings
from django.urls import get_script_prefix, reverse

KEPT = 5000  # of some 100 bytes each


def kept_address(url_name: str, *keys: str | int) -> str:
    """As reverse() gives it; for what many look at, such as a photo, and for a page that needs no key.
    Raises NoReverseMatch when there is no such address."""
    return _reversed(url_name, keys, settings.ROOT_URLCONF, get_script_prefix())


@lru_cache(maxsize=KEPT)
def _reversed(url_name: str, keys: tuple[str | int, ...], _urls: str, _prefix: str) -> str:
    return reverse(url_name, args=keys)

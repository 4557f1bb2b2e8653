"""Short keys that open one thing for one person: a slip to answer, a line to reply on. They hold nothing
about her, end when she changes her address, and survive mail programs that write everything small."""

from base64 import b32encode

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.http import base36_to_int, int_to_base36

from driehoek.backbone.notifications.models import Notification

SIGNS = 26  # of five bits each
BY_TELEPHONE = {"read"}  # these end when she changes her number


def seal(told: Notification, purpose: str) -> str:
    """Who was told of what, and what this key is for."""
    return f"{int_to_base36(told.pk)}-{_mark(told, purpose, settings.SECRET_KEY)}"


def unseal(token: str, purpose: str) -> Notification | None:
    """Whose key it is; None when it is nobody's, was made for something else or for a former address."""
    key, _dash, mark = token.lower().partition("-")
    try:
        told = Notification.objects.select_related("person", "entry").filter(pk=base36_to_int(key)).first()
    except (ValueError, OverflowError):
        return None
    if told is None:
        return None
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    fits = any([constant_time_compare(mark, _mark(told, purpose, secret)) for secret in secrets])
    return told if fits else None


def _mark(told: Notification, purpose: str, secret: str) -> str:
    address = told.person.mobile if purpose in BY_TELEPHONE else told.person.email.lower()
    said = f"{told.pk}:{told.person_id}:{told.entry_id}:{address}"
    digest = salted_hmac(f"notifications.{purpose}", said, secret=secret, algorithm="sha256").digest()
    return b32encode(digest).decode().lower()[:SIGNS]

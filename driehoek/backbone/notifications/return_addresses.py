"""Addresses of our own in a mail: where a reply goes, and where a server says that it could not deliver.

Each is for one person and one fact, and unguessable. Without a mailbox for them (settings.REPLY_ADDRESS)
there are none.
"""

import re

from django.conf import settings

from driehoek.backbone.notifications.models import Notification
from driehoek.backbone.notifications.sealing import seal, unseal

REPLY, BOUNCE = "r", "b"  # what stands before the key
PURPOSES = {REPLY: "reply", BOUNCE: "bounce"}


def reply_address(told: Notification) -> str:
    return _address(told, REPLY)


def return_path(told: Notification) -> str:
    return _address(told, BOUNCE)


def _address(told: Notification, kind: str) -> str:
    if not settings.REPLY_ADDRESS:
        return ""
    name, _at, domain = settings.REPLY_ADDRESS.rpartition("@")
    return f"{name}+{kind}{seal(told, PURPOSES[kind])}@{domain}"


def is_our_mailbox(address: str) -> bool:
    """The address itself, without a key: where a provider reports complaints."""
    return bool(settings.REPLY_ADDRESS) and address.strip("<> ").lower() == settings.REPLY_ADDRESS.lower()


def ours_in(words: str) -> list[str]:
    """The addresses with a key among these words, as they stand in a header or on an envelope."""
    if not settings.REPLY_ADDRESS:
        return []
    name, _at, domain = settings.REPLY_ADDRESS.lower().rpartition("@")
    keyed = rf"{re.escape(name)}\+[{REPLY}{BOUNCE}][0-9a-z]+-[a-z2-7]+@{re.escape(domain)}"
    return list(dict.fromkeys(re.findall(keyed, words.lower())))


def behind(address: str) -> tuple[str, Notification] | None:
    """What a reply or a bounce is about; None when the key is no good."""
    kind, key = address[address.index("+") + 1], address[address.index("+") + 2 : address.rindex("@")]
    told = unseal(key, PURPOSES[kind])
    return None if told is None else (kind, told)

"""What a digest opens besides its news, for who holds it and did not sign in: her kitchen table as it lay in
that digest, and a question of her own to school."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.digests.readers import Reader
from driehoek.backbone.notifications.digests.sheet import Ask
from driehoek.backbone.notifications.models import Notification
from driehoek.backbone.notifications.sealing import seal
from driehoek.backbone.notifications.slips import holder

SALT = "notifications.table"
TABLE, ASK = "table", "ask"  # what a seal is for


class Laid(NamedTuple):
    """A question that lay there: its key, and whom it was asked of."""

    key: str
    children: tuple[int, ...]


def table_path(told: Notification, asks: Iterable[Ask]) -> str:
    """Where she says that they talked; empty when there is nothing of which she can say so."""
    laid = [[ask.key, *ask.children] for ask in asks if ask.key and ask.children]
    if not laid:
        return ""
    return reverse("home:mailed_table", args=[Signer(salt=SALT).sign_object([seal(told, TABLE), laid])])


def table_of(token: str, now: dt.datetime) -> tuple[Viewer, list[Laid]] | None:
    """Who holds it, and what lay there; None when the link is no good any more."""
    try:
        sealed, laid = Signer(salt=SALT).unsign_object(token)
    except BadSignature:
        return None
    held = holder(sealed, TABLE, now)
    return (held[1], [Laid(key, tuple(children)) for key, *children in laid]) if held else None


def ask_path(told: Notification) -> str:
    return reverse("conversations:mailed_ask", args=[seal(told, ASK)])


def asker_of(token: str, now: dt.datetime) -> Viewer | None:
    """Who holds it, while the names and places on that page may still stand in a mailbox."""
    if not (held := holder(token, ASK, now)):
        return None
    reader = Reader(held[1].person, now, ("home",), is_open=True)
    return reader.viewers["home"] if reader.is_open_about_all else None

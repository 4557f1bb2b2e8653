"""Whose browsers ring in the cast's world: only she may know, and nobody ever reads where."""

import datetime as dt

from driehoek.backbone.notifications.channels.keys import public_key
from driehoek.backbone.notifications.models import PushSubscription
from tests.cast import NOW, Cast
from tests.oracle.canaries import Canaries
from tests.oracle.rules import Row, World

POINT = "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"


def switch_on(cast: Cast, canaries: Canaries) -> dict[str, PushSubscription]:
    """Of two homes, of a mother who hides, and of a teacher."""
    found = {}
    for person in (cast.naima, cast.rachid, cast.karin, cast.anouk):
        token = canaries.new(f"telephone of {person.given_name}")
        keys = {"endpoint": f"https://fcm.googleapis.com/fcm/send/{token}", "p256dh": POINT, "auth": "A" * 22}
        keys["key"] = public_key()
        phone = PushSubscription.remember(person, keys, kind="android_phone", at=NOW)
        canaries.belongs(("phone", phone.pk), token)
        found[f"of {person.given_name}"] = phone
    return found


def sees_phone(world: World, who: int, hat: str, phone: Row, now: dt.datetime) -> bool:
    return bool(phone["person"] == who and world["people"][who]["active"])

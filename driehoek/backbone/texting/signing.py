"""Whether something really comes from the gateway: a mark over its moment and body, with a shared secret."""

import datetime as dt
import hmac
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

FRESH = dt.timedelta(minutes=5)


def mark(secret: str, moment: str, body: bytes) -> str:
    return hmac.new(secret.encode(), f"{moment}.".encode() + body, sha256).hexdigest()


def is_signed(request: HttpRequest, now: dt.datetime) -> bool:
    """Without a secret nothing comes in."""
    moment, said = request.headers.get("X-Timestamp", ""), request.headers.get("X-Signature", "")
    if not settings.SMS_SECRET or not moment.isascii() or not moment.isdigit() or len(moment) > 12:
        return False
    at = dt.datetime.fromtimestamp(int(moment), tz=dt.UTC)
    fits = constant_time_compare(said, mark(settings.SMS_SECRET, moment, request.body))
    return fits and abs(now - at) <= FRESH

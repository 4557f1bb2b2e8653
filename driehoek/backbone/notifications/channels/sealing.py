"""Handing a sealed notice to a push service: RFC 8030 (sending), 8291 (sealing), 8292 (who sends)."""

import datetime as dt
import json
import time
from email.utils import parsedate_to_datetime
from uuid import UUID

import http_ece
import requests
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from py_vapid import Vapid02

from driehoek.backbone.notifications.channels.keys import from_base64, secrets
from driehoek.backbone.notifications.channels.known_places import service_of
from driehoek.backbone.notifications.channels.outcome import AT_ONCE, Later, Never
from driehoek.backbone.notifications.channels.parcel import Bell
from driehoek.backbone.notifications.models.subscription import Pause, PushSubscription

PATIENCE = (4, 8)  # seconds to come in, and to get an answer
BREATH = dt.timedelta(minutes=1)  # for a service that does not answer in time
DAY = 24 * 3600
LONGEST = dt.timedelta(hours=1)  # nobody is left alone for longer because a service said so
GONE = (404, 410)


class Sender:
    """One connection to each push service, and one signature a key for as long as a batch takes."""

    def __init__(self) -> None:
        self.session = requests.Session()
        self.session.trust_env = False
        self.signed: dict[tuple[str, str], dict[str, str]] = {}
        self.silent = dict(Pause.objects.values_list("service", "until"))

    def close(self) -> None:
        self.session.close()

    def send(self, to: PushSubscription, bell: Bell) -> None:
        """Raises Never when nothing can ever ring there again, and Later."""
        service = service_of(to.endpoint)
        if not service:  # known once, and no longer
            raise Never("service")
        if (until := self.silent.get(service, bell.at)) > bell.at:
            raise Later("resting", until - bell.at)
        headers = self._signature(service, to.key) | {
            "Content-Encoding": "aes128gcm",
            "TTL": str(DAY),
            "X-WNS-Cache-Policy": "cache",  # Microsoft: keep it for a telephone that is off
            "Urgency": bell.urgency,
            "Topic": bell.message_id.hex,  # as long as one may be: a second try replaces the first
        }
        body = sealed(to, bell.message_id)
        try:
            answer = self.session.post(
                to.endpoint, data=body, headers=headers, timeout=PATIENCE, allow_redirects=False
            )
        except requests.RequestException as broken:
            self._leave_alone(service, bell.at + BREATH)
            raise Later(type(broken).__name__) from None
        self._judge(service, answer, bell.at)

    def _judge(self, service: str, answer: requests.Response, now: dt.datetime) -> None:
        code = answer.status_code
        if 200 <= code < 300:
            return
        if code in GONE:
            raise Never(str(code))
        wait = time_in(answer.headers.get("Retry-After", ""), now)
        if wait:
            self._leave_alone(service, now + wait)
        raise Later(str(code), wait)

    def _leave_alone(self, service: str, until: dt.datetime) -> None:
        self.silent[service] = until
        Pause.note(service, until)

    def _signature(self, service: str, key: str) -> dict[str, str]:
        if (service, key) not in self.signed:
            claims = {"sub": settings.PUSH_CONTACT, "aud": service, "exp": int(time.time()) + DAY // 2}
            self.signed[service, key] = Vapid02.from_string(secrets()[key]).sign(claims)
        return self.signed[service, key]


def sealed(to: PushSubscription, message: UUID) -> bytes:
    """No name and no word: a number, with which the browser asks us what it is about."""
    try:
        body: bytes = http_ece.encrypt(
            json.dumps({"id": str(message)}).encode(),
            private_key=ec.generate_private_key(ec.SECP256R1()),
            dh=from_base64(to.p256dh),
            auth_secret=from_base64(to.auth),
            version="aes128gcm",
        )
    except ValueError:
        raise Never("keys") from None
    return body


def time_in(retry_after: str, now: dt.datetime) -> dt.timedelta:
    """Seconds, or a moment by the service's own calendar."""
    if retry_after.isdecimal():
        return min(dt.timedelta(seconds=int(retry_after[:9])), LONGEST)
    try:
        wait = parsedate_to_datetime(retry_after) - now
    except (ValueError, TypeError):
        return AT_ONCE
    return min(max(wait, AT_ONCE), LONGEST)

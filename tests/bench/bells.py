"""Inside the installation: ringing by our road beside the bare libraries, to the same service, by CPU."""

import json
import os
import time
from statistics import median
from uuid import uuid4

import http_ece
import requests
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from django.core.management import call_command
from py_vapid import Vapid02

from driehoek.backbone.notifications.channels import push
from driehoek.backbone.notifications.channels.keys import from_base64, in_base64, public_key
from driehoek.backbone.notifications.channels.parcel import Bell
from driehoek.backbone.notifications.models import PushSubscription
from driehoek.base.core import clock
from driehoek.facts.people.models import Person
from tests.servers.push import push_process

BELLS, ROUNDS = 300, 5


def main() -> None:
    """Prints as JSON which share of the bare rate our road reaches on one core."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    call_command("migrate", verbosity=0)
    key = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value
    settings.PUSH_KEY, settings.PUSH_CONTACT = (
        in_base64(key.to_bytes(32, "big")),
        "mailto:meten@school.example",
    )
    settings.PUSH_SERVICES = ["http://127.0.0.1:*"]
    person = Person.objects.create(given_name="Naima", email="naima@thuis.example")
    with push_process() as keys:
        PushSubscription.remember(person, keys | {"key": public_key()}, kind="", at=clock.now())
        bare(keys), ours(person)  # warm
        print(json.dumps({"share": median(bare(keys) / ours(person) for _ in range(ROUNDS))}))


def ours(person: Person) -> float:
    """Seconds of CPU for so many bells by our road, the question where to included."""
    began = time.process_time()
    with push.line() as line:
        for _ in range(BELLS):
            push.bring(line, Bell(str(person.pk), uuid4(), clock.now()))
    return time.process_time() - began


def bare(keys: dict[str, str]) -> float:
    """The same with the libraries alone, and one signature for all."""
    began = time.process_time()
    with requests.Session() as session:
        session.trust_env = False
        origin = keys["endpoint"].rpartition("/")[0]
        claims = {"sub": settings.PUSH_CONTACT, "aud": origin, "exp": int(time.time()) + 3600}
        signed = Vapid02.from_string(settings.PUSH_KEY).sign(claims)
        for _ in range(BELLS):
            said = json.dumps({"id": str(uuid4())}).encode()
            once = ec.generate_private_key(ec.SECP256R1())
            seal = {"dh": from_base64(keys["p256dh"]), "auth_secret": from_base64(keys["auth"])}
            body = http_ece.encrypt(said, private_key=once, version="aes128gcm", **seal)
            headers = signed | {"Content-Encoding": "aes128gcm", "TTL": "60"}
            session.post(keys["endpoint"], data=body, headers=headers, timeout=8).raise_for_status()
    return time.process_time() - began

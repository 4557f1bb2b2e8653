"""The demo plays the sign-in service of its board, by the real protocol: whoever comes chooses who to be.

Nothing is kept: its key is worked out from the secret key, and a code holds what it stands for, signed,
for a minute.
"""

import datetime as dt
from typing import Any  # what a token claims

import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from django.core import signing
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from jwt.algorithms import ECAlgorithm

from driehoek.base.core.clock import day_of
from driehoek.base.openid.asking import challenge, joined
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment, Board
from driehoek.features.entry.models import Provider, WorkAccount
from driehoek.features.entry.models.provider import back_to

NAME, CLIENT = "Drie Hoeken Werk", "driehoek-demo"
BOARD = "Stichting De Drie Hoeken"
SALT, MINUTE = "demo.identity", 60
LIFE = dt.timedelta(minutes=5)
SAID = ("redirect_uri", "state", "nonce", "code_challenge")


def set_up_identity(by: Person, now: dt.datetime) -> None:
    """The board of the demo comes in by it, and everybody who works there has done so before."""
    said = {"name": NAME, "issuer": issuer(), "client_id": CLIENT, "asks_second": True}
    provider = Provider.set_up(Board.objects.get(name=BOARD), said, secret=_secret("client"), by=by, at=now)
    for person in colleagues(day_of(now)):
        subject = subject_of(person)
        WorkAccount.objects.get_or_create(
            provider=provider, person=person, defaults={"subject": subject, "at": now}
        )


def issuer() -> str:
    return f"{settings.SITE_URL}{reverse('demo:identity').rstrip('/')}"


def subject_of(person: Person) -> str:
    return f"demo-{person.pk}"


def document() -> dict[str, Any]:
    """What it says of itself (OpenID Connect Discovery 1.0)."""
    pages = {
        "authorization_endpoint": "identity",
        "token_endpoint": "identity_token",
        "jwks_uri": "identity_keys",
    }
    addresses = {name: f"{settings.SITE_URL}{reverse(f'demo:{page}')}" for name, page in pages.items()}
    return {"issuer": issuer(), "token_endpoint_auth_methods_supported": ["client_secret_post"]} | addresses


def keys() -> dict[str, Any]:
    public = ECAlgorithm.to_jwk(_key().public_key(), as_dict=True)
    return {"keys": [public | {"kid": "demo", "use": "sig"}]}


def colleagues(day: dt.date) -> list[Person]:
    """Who works for the board today."""
    working = Appointment.objects.on(day).filter(board__name=BOARD).values("person")
    return list(Person.objects.filter(pk__in=working).select_related("portrait").order_by("given_name", "pk"))


def way_back(request: HttpRequest, person: Person) -> str:
    """To the board's own address alone, with a code for this colleague; empty when another asks."""
    asked = {name: request.GET.get(name, "") for name in SAID}
    if asked["redirect_uri"] != back_to(Board.objects.get(name=BOARD).pk):
        return ""
    code = signing.dumps(asked | {"sub": person.pk}, salt=SALT)
    return joined(asked["redirect_uri"], {"code": code, "state": asked["state"]})


def token_for(given: QueryDict, now: dt.datetime) -> str:
    """Who she is, signed; empty for whoever does not know the secret or did not ask."""
    try:
        asked = signing.loads(given.get("code", ""), salt=SALT, max_age=MINUTE)
    except signing.BadSignature:
        return ""
    same = constant_time_compare(given.get("client_secret", ""), _secret("client"))
    if not same or challenge(given.get("code_verifier", "")) != asked["code_challenge"]:
        return ""
    person = Person.objects.get(pk=asked["sub"])
    claims = {
        "iss": issuer(), "aud": CLIENT, "iat": now, "exp": now + LIFE, "nonce": asked["nonce"],
        "sub": subject_of(person), "email": person.email, "email_verified": True, "amr": ["pwd", "mfa"],
    }  # fmt: skip
    return jwt.encode(claims, _key(), algorithm="ES256", headers={"kid": "demo"})


def _key() -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int(_secret("key")[:60], 16) + 1, ec.SECP256R1())


def _secret(what: str) -> str:
    return salted_hmac(SALT, what, algorithm="sha256").hexdigest()

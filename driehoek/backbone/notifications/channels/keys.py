"""The keys with which the portal says to push services who it is, and how keys are written."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import cache

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from py_vapid import Vapid02


def public_key() -> str:
    """What a browser must know to accept notices of this portal alone; empty without keys."""
    return next(iter(secrets()), "")


def secrets() -> dict[str, str]:
    """Our keys, by the half that a browser knows: the one of now first, then those of before."""
    return _by_public_half((settings.PUSH_KEY, *settings.PUSH_KEY_FALLBACKS))


@cache
def _by_public_half(ours: tuple[str, ...]) -> dict[str, str]:
    return {_public_half(secret): secret for secret in ours if secret}


def _public_half(secret: str) -> str:
    key = Vapid02.from_string(secret).public_key
    return in_base64(key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))


def is_public_key(text: str) -> bool:
    """Whether something can be sealed for it: a point on the curve, as a browser writes it."""
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), from_base64(text))
    except ValueError:
        return False
    return True


def in_base64(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


def from_base64(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))

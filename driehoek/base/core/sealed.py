"""A secret that must be used again, so that a digest will not do: sealed in the database, opened by us.

Whoever has the database alone reads nothing. With DRIEHOEK_SECRET_KEY_FALLBACKS what was sealed before
still opens.
"""

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


class Unreadable(Exception):
    """Sealed with a key that this installation does not have any more."""


def seal(secret: str) -> str:
    return _box().encrypt(secret.encode()).decode()


def unseal(sealed: str) -> str:
    try:
        return _box().decrypt(sealed.encode()).decode()
    except InvalidToken:
        raise Unreadable from None


def _box() -> MultiFernet:
    """Seals with the key of today, opens with those of before too."""
    return MultiFernet([Fernet(_key(key)) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(secret_key: str) -> bytes:
    made = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"driehoek.sealed").derive(secret_key.encode())
    return urlsafe_b64encode(made)

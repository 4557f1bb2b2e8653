"""Codes that people type from paper: easy to read, hard to guess, and never kept as they are."""

import hmac

from django.conf import settings
from django.utils.crypto import get_random_string, salted_hmac

from driehoek.base.core.signs import ALPHABET, as_typed, in_parts

SHORT = 8  # 40 bits: enough with a few tries, a short life and a question that only the family can answer
LONG = 16  # 80 bits: enough without any of these


def fresh(length: int = SHORT) -> str:
    return get_random_string(length, ALPHABET)


def shown(code: str) -> str:
    """As it stands on paper: 7KQM-2XRA."""
    return in_parts(code)


def typed(text: str) -> str:
    """What somebody meant who typed this, without dashes and spaces; empty when it cannot be a code."""
    code = as_typed(text)
    return code if len(code) in (SHORT, LONG) else ""


def digest(code: str) -> str:
    """What is kept of a code. Without the secret key of this installation nobody can guess along."""
    return _digest(code, settings.SECRET_KEY)


def digests(code: str) -> list[str]:
    """All that may have been kept of this code, so that a change of the secret key does not break letters."""
    return [_digest(code, key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]


def six_digits(seed: str) -> str:
    """The code that belongs to a seed. It is worked out when it is needed and kept nowhere."""
    number = int.from_bytes(_hmac("entry.six_digits", seed).digest()[:8], "big")
    return f"{number % 10**6:06d}"


def name_of(secret: str) -> str:
    """A name for something that must not be shown itself, such as the key of a session."""
    return _hmac("entry.name", secret).hexdigest()[:20]


def _digest(code: str, key: str) -> str:
    return salted_hmac("entry.code", code, secret=key, algorithm="sha256").hexdigest()


def _hmac(salt: str, value: str) -> "hmac.HMAC":
    return salted_hmac(salt, value, algorithm="sha256")

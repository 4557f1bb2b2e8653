"""The code on a letter: it opens what stands on that copy, to read. Nothing is kept of it; a newer copy has
another one."""

import datetime as dt

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from driehoek.backbone.notifications.models import PaperLetter
from driehoek.base.core.signs import ALPHABET, as_typed, in_parts

MARK = 8  # signs of five bits, after those that say which letter
OPENS = dt.timedelta(days=30)


def code_of(letter: PaperLetter) -> str:
    return in_parts(_numbered(letter.pk) + _mark(letter, settings.SECRET_KEY))


def letter_of(text: str, now: dt.datetime) -> PaperLetter | None:
    """The letter with this code on its newest copy; None when there is none, or it is too old."""
    code = as_typed(text)
    number, mark = _number(code[:-MARK]), code[-MARK:]
    letter = PaperLetter.objects.select_related("digest__person").filter(pk=number).first()
    if letter is None or now >= letter.printed_at + OPENS:
        return None
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    fits = any([constant_time_compare(mark, _mark(letter, secret)) for secret in secrets])
    return letter if fits else None


def _numbered(number: int) -> str:
    signs = ""
    while number:
        number, rest = divmod(number, len(ALPHABET))
        signs = ALPHABET[rest] + signs
    return signs


def _number(signs: str) -> int:
    """At most 60 bits: what a database takes as a key."""
    number = 0
    for sign in signs[:12]:
        number = number * len(ALPHABET) + ALPHABET.index(sign)
    return number


def _mark(letter: PaperLetter, secret: str) -> str:
    said = f"{letter.pk}:{letter.copies}:{letter.digest_id}"
    digest = salted_hmac("notifications.paper", said, secret=secret, algorithm="sha256").digest()
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:MARK])

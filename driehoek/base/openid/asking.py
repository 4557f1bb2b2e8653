"""Sending somebody to her provider: with what only this browser can answer for later."""

import datetime as dt
import hashlib
from base64 import urlsafe_b64encode
from dataclasses import asdict, dataclass, field
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, get_random_string

from driehoek.base.openid.discovery import Endpoints
from driehoek.base.openid.refusals import Reason, Refused

ASKED = "openid"  # in the session of the browser that asked
LIFE = dt.timedelta(minutes=10)
LENGTH = 43  # letters and digits: 256 bits


@dataclass(frozen=True)
class Client:
    """What we are to one provider."""

    issuer: str
    client_id: str
    secret: str = field(repr=False)
    back: str  # our own address to which it sends people back


@dataclass(frozen=True)
class Asked:
    """One question to a provider: good for one answer, in one browser, for ten minutes."""

    issuer: str
    client_id: str
    state: str
    nonce: str
    verifier: str
    at: str


def ask(request: HttpRequest, client: Client, endpoints: Endpoints, *, acr: str, now: dt.datetime) -> str:
    """The address to go to. `acr`: the kind of sign-in that we would like to see."""
    state, nonce, verifier = (get_random_string(LENGTH) for _ in range(3))
    asked = Asked(client.issuer, client.client_id, state, nonce, verifier, now.isoformat())
    request.session[ASKED] = asdict(asked)
    question = {
        "response_type": "code", "scope": "openid email", "client_id": client.client_id,
        "redirect_uri": client.back, "state": state, "nonce": nonce, "code_challenge": challenge(verifier),
        "code_challenge_method": "S256",
        "prompt": "select_account",  # at a computer that colleagues share the last one must not come in
    }  # fmt: skip
    return joined(endpoints.authorization, question | ({"acr_values": acr} if acr else {}))


def answered(request: HttpRequest, client: Client, *, now: dt.datetime) -> Asked:
    """What this answer belongs to. It is taken away, so that no answer counts twice. Raises Refused."""
    kept = request.session.pop(ASKED, None)
    if not kept:
        raise Refused(Reason.STALE)
    asked = Asked(**kept)
    ours = (asked.issuer, asked.client_id) == (client.issuer, client.client_id)
    same = constant_time_compare(request.GET.get("state", ""), asked.state)
    if not ours or not same or now - dt.datetime.fromisoformat(asked.at) > LIFE:
        raise Refused(Reason.STALE)
    if request.GET.get("iss", asked.issuer) != asked.issuer:  # RFC 9207: mixed up with another provider
        raise Refused(Reason.OTHER_ISSUER)
    return asked


def challenge(verifier: str) -> str:
    """PKCE (RFC 7636): who comes with the code must know what this was made of."""
    return urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def joined(address: str, question: dict[str, str]) -> str:
    return f"{address}{'&' if '?' in address else '?'}{urlencode(question)}"

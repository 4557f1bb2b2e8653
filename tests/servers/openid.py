"""A real OpenID Connect provider over HTTP, which misbehaves when told to."""

import hmac
import json
import secrets
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from driehoek.base.openid.asking import challenge
from tests.servers.answering import NESTED, Answering
from tests.servers.translator import Quiet

CLIENT, SECRET = "driehoek", "a:secret/of %ours"


class Mood(Enum):
    """How it takes the next requests."""

    WELL = "knows everybody"
    BREAKS = "500"
    SENDS_AWAY = "302, to somewhere else"
    MUMBLES = "200, and no JSON"
    NESTS = "200, and brackets without end"
    POURS = "200, and it never ends"
    IS_ANOTHER = "its document names another issuer"
    POINTS_AWAY = "its document points to an unknown place"
    FORBIDS = "the token: who are you?"
    CANCELS = "she stops on its page"
    SIGNS_NOT = "alg none"
    SIGNS_WITH_OTHER_KEY = "a key it does not publish"
    SIGNS_WITH_OUR_SECRET = "HS256, with what we both know"
    SIGNS_WITH_PUBLIC_KEY = "HS256, with what everybody knows"
    TURNS_ITS_KEY = "a new key since we asked"
    NAMES_ANOTHER = "iss of somebody else"
    FOR_ANOTHER = "aud of somebody else"
    ASKED_BY_ANOTHER = "aud of both, azp of somebody else"
    OLD = "exp was an hour ago"
    REPEATS = "the nonce of another time"
    NOBODY = "no subject"
    TELLS_OF_ANOTHER = "userinfo of somebody else"


def basic(name: str, secret: str) -> str:
    """RFC 6749, 2.3.1: each of them in the code of forms, so that a colon divides them."""
    both = f"{quote(name, '')}:{quote(secret, '')}"
    return f"Basic {b64encode(both.encode()).decode()}"


@cache
def key_pair(name: str) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class IdentityProvider:
    """`mood`, `said` (about who signs in) and `told` (beside the token) may be changed at any time."""

    mood: Mood = Mood.WELL
    said: dict[str, Any] = field(default_factory=lambda: {"sub": "s-1"})
    told: dict[str, Any] = field(default_factory=dict)
    in_form: bool = False
    asked: list[dict[str, str]] = field(default_factory=list)  # every question, as it came
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    port: int = 0

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def signs_with(self) -> str:
        return "new" if self.mood == Mood.TURNS_ITS_KEY else "usual"

    def document(self) -> dict[str, Any]:
        here = self.issuer
        token = "http://169.254.169.254/token" if self.mood == Mood.POINTS_AWAY else f"{here}/token"
        return {
            "issuer": "https://evil.example" if self.mood == Mood.IS_ANOTHER else here,
            "authorization_endpoint": f"{here}/authorize", "token_endpoint": token,
            "jwks_uri": f"{here}/keys", "userinfo_endpoint": f"{here}/userinfo",
            "end_session_endpoint": f"{here}/out",
            "token_endpoint_auth_methods_supported": [
                "client_secret_post" if self.in_form else "client_secret_basic"
            ],
        }  # fmt: skip

    def keys(self) -> dict[str, Any]:
        public = RSAAlgorithm.to_jwk(key_pair(self.signs_with).public_key(), as_dict=True)
        return {"keys": [public | {"kid": self.signs_with, "use": "sig", "alg": "RS256"}]}

    def token(self, asked: dict[str, str]) -> str:
        now = int(time.time())
        claims = {
            "iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked["nonce"],
        } | self.said  # fmt: skip
        claims |= {
            Mood.NAMES_ANOTHER: {"iss": "https://evil.example"}, Mood.FOR_ANOTHER: {"aud": "another"},
            Mood.ASKED_BY_ANOTHER: {"aud": [CLIENT, "another"], "azp": "another"},
            Mood.OLD: {"iat": now - 7200, "exp": now - 3600}, Mood.REPEATS: {"nonce": "of before"},
        }.get(self.mood, {})  # fmt: skip
        if self.mood == Mood.NOBODY:
            del claims["sub"]
        return self.signed(claims)

    def signed(self, claims: dict[str, Any]) -> str:
        headers = {"kid": self.signs_with}
        if self.mood == Mood.SIGNS_NOT:
            return jwt.encode(claims, None, algorithm="none", headers=headers)
        if self.mood == Mood.SIGNS_WITH_OUR_SECRET:
            return jwt.encode(claims, SECRET * 3, algorithm="HS256", headers=headers)
        if self.mood == Mood.SIGNS_WITH_PUBLIC_KEY:
            return by_hand(claims, headers, json.dumps(self.keys()["keys"][0]))
        key = "strange" if self.mood == Mood.SIGNS_WITH_OTHER_KEY else self.signs_with
        return jwt.encode(claims, key_pair(key), algorithm="RS256", headers=headers)


def by_hand(claims: dict[str, Any], headers: dict[str, str], key: str) -> str:
    """HS256 with a key with which a library signs nothing."""
    parts = [
        jwt.utils.base64url_encode(json.dumps(part).encode()) for part in (headers | {"alg": "HS256"}, claims)
    ]
    signature = hmac.digest(key.encode(), b".".join(parts), "sha256")
    return b".".join([*parts, jwt.utils.base64url_encode(signature)]).decode()


class Desk(Answering):
    provider: IdentityProvider

    def do_GET(self) -> None:
        address, here = urlsplit(self.path), self.provider
        asked = {name: values[0] for name, values in parse_qs(address.query).items()}
        if address.path == "/authorize":
            return self._authorize(asked)
        if here.mood == Mood.POURS:
            return self.pour()
        answers = {"/.well-known/openid-configuration": here.document, "/keys": here.keys}
        if address.path == "/userinfo":
            other = {"sub": "s-2"} if here.mood == Mood.TELLS_OF_ANOTHER else {"sub": here.said.get("sub")}
            return self._say(here.told | other)
        return self._say(answers[address.path]()) if address.path in answers else self.answer(404, b"{}")

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        given, here = {name: values[0] for name, values in form.items()}, self.provider
        asked = here.codes.pop(given.get("code", ""), None)  # once
        if asked is None or here.mood == Mood.FORBIDS or not self._is_ours(given):
            return self.answer(401, b'{"error": "invalid_client"}')
        same = challenge(given.get("code_verifier", "")) == asked["code_challenge"]
        if not same or given.get("redirect_uri") != asked["redirect_uri"]:
            return self.answer(400, b'{"error": "invalid_grant"}')
        self._say({"id_token": here.token(asked), "access_token": "at", "token_type": "Bearer"})

    def _is_ours(self, given: dict[str, str]) -> bool:
        if self.provider.in_form:
            return (given.get("client_id"), given.get("client_secret")) == (CLIENT, SECRET)
        return self.headers.get("Authorization") == basic(CLIENT, SECRET)

    def _authorize(self, asked: dict[str, str]) -> None:
        """She is who the test says, and agrees at once."""
        self.provider.asked.append(asked)
        answer = {"state": asked["state"], "iss": self.provider.issuer}
        if self.provider.mood == Mood.CANCELS:
            answer["error"] = "access_denied"
        else:
            answer["code"] = code = secrets.token_urlsafe(16)
            self.provider.codes[code] = asked
        self.send_response(302)
        self.send_header("Location", f"{asked['redirect_uri']}?{urlencode(answer)}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _say(self, said: dict[str, Any]) -> None:
        statuses = {Mood.BREAKS: 500, Mood.SENDS_AWAY: 302}
        otherwise = {Mood.MUMBLES: b"<html>", Mood.NESTS: NESTED}
        body = otherwise.get(self.provider.mood) or json.dumps(said).encode()
        self.answer(statuses.get(self.provider.mood, 200), body)


@contextmanager
def identifying() -> Iterator[IdentityProvider]:
    """A running provider on a port that the system chooses."""
    provider = IdentityProvider()
    server = Quiet(("127.0.0.1", 0), type("OneDesk", (Desk,), {"provider": provider}))
    provider.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)

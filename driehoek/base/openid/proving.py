"""From the code that somebody came back with to what her provider swears: signed, for us, now, once."""

from typing import Any  # what a token claims
from urllib.parse import quote

import jwt
from django.utils.crypto import constant_time_compare

from driehoek.base.openid.asking import Asked, Client
from driehoek.base.openid.discovery import Endpoints, keys_of
from driehoek.base.openid.fetching import fetch
from driehoek.base.openid.refusals import Reason, Refused

# A key that only the provider has. A secret that we both know proves nothing about a person.
SIGNED_WITH = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"]
LEEWAY = 60  # seconds that clocks may differ
WHY: dict[type[jwt.PyJWTError], Reason] = {
    jwt.ExpiredSignatureError: Reason.EXPIRED,
    jwt.ImmatureSignatureError: Reason.EXPIRED,
    jwt.InvalidAudienceError: Reason.OTHER_AUDIENCE,
    jwt.InvalidIssuerError: Reason.OTHER_ISSUER,
    jwt.InvalidSignatureError: Reason.UNSIGNED,
    jwt.InvalidAlgorithmError: Reason.UNSIGNED,
}
Claims = dict[str, Any]


def prove(client: Client, endpoints: Endpoints, asked: Asked, code: str) -> Claims:
    """Who she is, by her provider. Raises Refused."""
    given = exchange(client, endpoints, asked, code)
    claims = verified(str(given.get("id_token", "")), client, endpoints)
    if not constant_time_compare(str(claims.get("nonce", "")), asked.nonce):
        raise Refused(Reason.OTHER_NONCE)
    if "email" not in claims and endpoints.userinfo and isinstance(given.get("access_token"), str):
        return more_of(claims, fetch(endpoints.userinfo, bearer=given["access_token"]))
    return claims


def exchange(client: Client, endpoints: Endpoints, asked: Asked, code: str) -> dict[str, Any]:
    """The code for a token, from computer to computer, with our secret."""
    form = {
        "grant_type": "authorization_code", "code": code, "redirect_uri": client.back,
        "code_verifier": asked.verifier, "client_id": client.client_id,
    }  # fmt: skip
    if endpoints.secret_in_form:
        return fetch(endpoints.token, form=form | {"client_secret": client.secret})
    return fetch(endpoints.token, form=form, auth=(quote(client.client_id, ""), quote(client.secret, "")))


def verified(token: str, client: Client, endpoints: Endpoints) -> Claims:
    """What a token claims, if this provider signed it for us and it still counts."""
    try:
        key = key_for(jwt.get_unverified_header(token), endpoints)
        claims: Claims = jwt.decode(
            token, key, algorithms=SIGNED_WITH, audience=client.client_id, issuer=client.issuer,
            leeway=LEEWAY, options={"require": ["exp", "iat", "iss", "aud", "sub"]},
        )  # fmt: skip
    except jwt.PyJWTError as wrong:
        raise Refused(WHY.get(type(wrong), Reason.NONSENSE)) from None
    if claims.get("azp", client.client_id) != client.client_id or not claims["sub"]:
        raise Refused(Reason.OTHER_AUDIENCE)
    return claims


def key_for(header: dict[str, Any], endpoints: Endpoints) -> jwt.PyJWK:
    """The public key that signed it; a new one is fetched. A token without a signature has none."""
    if header.get("alg") not in SIGNED_WITH:
        raise Refused(Reason.UNSIGNED)
    fitting = _fitting(header, keys_of(endpoints)) or _fitting(header, keys_of(endpoints, anew=True))
    if len(fitting) != 1:
        raise Refused(Reason.UNSIGNED)
    try:
        return jwt.PyJWK(fitting[0], algorithm=header["alg"])
    except (jwt.PyJWTError, ValueError, KeyError, TypeError):  # no key at all, whatever it says
        raise Refused(Reason.UNSIGNED) from None


def _fitting(header: dict[str, Any], keys: list[dict[str, Any]]) -> list[dict[str, Any]]:
    signing = [key for key in keys if key.get("use", "sig") == "sig"]
    return [key for key in signing if "kid" not in header or key.get("kid") == header["kid"]]


def more_of(claims: Claims, told: dict[str, Any]) -> Claims:
    """What it tells beside the token counts for the same person alone; the token's own words come first."""
    if told.get("sub") != claims["sub"]:
        raise Refused(Reason.NONSENSE)
    return told | claims

"""What a provider says of itself: where it is asked and with which keys it signs (OIDC Discovery 1.0)."""

from dataclasses import dataclass
from typing import Any  # what a stranger's JSON holds

from django.core.cache import cache

from driehoek.base.openid.fetching import fetch
from driehoek.base.openid.places import is_known_place
from driehoek.base.openid.refusals import Reason, Refused

KEPT = 600  # seconds; a provider announces new keys days ahead, and an unknown key is asked for at once
BREATH = 15  # seconds
DOCUMENT = "/.well-known/openid-configuration"


@dataclass(frozen=True)
class Endpoints:
    """The addresses of one provider; all of them in known places."""

    authorization: str
    token: str
    keys: str
    userinfo: str = ""
    end_session: str = ""
    secret_in_form: bool = False  # how it wants to hear our secret


def endpoints_of(issuer: str) -> Endpoints:
    """Raises Refused: also when the document is of somebody else."""
    said = _kept(f"{issuer.rstrip('/')}{DOCUMENT}")
    if said.get("issuer") != issuer:
        raise Refused(Reason.OTHER_ISSUER)
    ways = said.get("token_endpoint_auth_methods_supported")
    return Endpoints(
        authorization=_needed(said, "authorization_endpoint"),
        token=_needed(said, "token_endpoint"),
        keys=_needed(said, "jwks_uri"),
        userinfo=_known(said, "userinfo_endpoint"),
        end_session=_known(said, "end_session_endpoint"),
        secret_in_form=isinstance(ways, list) and "client_secret_post" in ways,
    )


def keys_of(endpoints: Endpoints, *, anew: bool = False) -> list[dict[str, Any]]:
    """The keys it signs with; `anew` when it signed with one that we do not know."""
    keys = _kept(endpoints.keys, anew=anew).get("keys")
    if not isinstance(keys, list):
        raise Refused(Reason.NONSENSE)
    return [key for key in keys if isinstance(key, dict)]


def _needed(said: dict[str, Any], name: str) -> str:
    if not isinstance(said.get(name), str):
        raise Refused(Reason.NONSENSE)
    if not (address := _known(said, name)):
        raise Refused(Reason.PLACE)
    return address


def _known(said: dict[str, Any], name: str) -> str:
    """Empty when it has none, or one that we do not go to."""
    address = said.get(name)
    return address if isinstance(address, str) and is_known_place(address) else ""


def _kept(address: str, *, anew: bool = False) -> dict[str, Any]:
    said: dict[str, Any] | None = None if anew else cache.get(f"openid:{address}")
    if said is None:
        said = _asked(address)
        cache.set(f"openid:{address}", said, KEPT)
    return said


def _asked(address: str) -> dict[str, Any]:
    """Who gives no answer is left alone for a moment: a school that waits would keep all pages waiting."""
    if cache.get(f"openid.away:{address}"):
        raise Refused(Reason.AWAY)
    try:
        return fetch(address)
    except Refused as no:
        if no.reason == Reason.AWAY:
            cache.set(f"openid.away:{address}", True, BREATH)
        raise

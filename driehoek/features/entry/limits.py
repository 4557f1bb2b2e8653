"""How often somebody may try to come in.

A whole school sits behind one address, so what counts by source is generous and what counts by the thing
that is tried (an address, a code) is strict. IPv6 visitors count by their /64 and their /48 network:
a home has 2**64 addresses to change between.
"""

import datetime as dt
import ipaddress

from allauth.account.adapter import get_adapter
from django.http import HttpRequest

from driehoek.base.core.limits import DAY, Limit

MINUTE, HOUR = dt.timedelta(minutes=1), dt.timedelta(hours=1)
CODE_AGAIN = Limit("code.again", 1, dt.timedelta(seconds=30))  # by address
CODES_OF_ADDRESS = Limit("code.address", 5, HOUR)
CODES_OF_SOURCE = Limit("code.source", 400, 10 * MINUTE)  # one school hall on the first evening
WRONG_CODES = Limit("code.wrong", 100, HOUR)  # by source
UNKNOWN_LETTERS = Limit("letter.unknown", 200, HOUR)  # by source: guessing codes that nobody got
PASSWORDS_OF_SOURCE = Limit("password.source", 100, 10 * MINUTE)
SIGN_ONS = Limit("sign_on.source", 400, 10 * MINUTE)  # to a provider, and back
INVITATIONS = Limit("entry.invited", 5, DAY)  # by mail, by who gets it
PASSWORDS_OF_NAME = Limit("password.name", 10, 10 * MINUTE)


def allowed(limit: Limit, request: HttpRequest, *, now: dt.datetime) -> bool:
    """Whether this visitor's network is within the limit; the larger one gets eight times as much."""
    near, far = networks(get_adapter().get_client_ip(request))
    wide = Limit(f"{limit.name}.wide", limit.times * 8, limit.per)
    return limit.allows(near, now=now) and (near == far or wide.allows(far, now=now))


def is_spent(limit: Limit, request: HttpRequest, *, now: dt.datetime) -> bool:
    """Whether this visitor's network used up the limit. Counts nothing."""
    near, _far = networks(get_adapter().get_client_ip(request))
    return limit.is_spent(near, now=now)


def networks(address: str) -> tuple[str, str]:
    """The home and the wider network an address lies in; the same twice for IPv4."""
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv4Address):
        return address, address
    if ip.ipv4_mapped:
        return str(ip.ipv4_mapped), str(ip.ipv4_mapped)
    near, far = (ipaddress.IPv6Network((ip, bits), strict=False) for bits in (64, 48))
    return str(near), str(far)

"""Who may ask, and what stands on one page: client credentials (OAuth 2), then page after page.

Nothing is kept: the secret is worked out from the secret key, and a token is signed, for an hour.
"""

import base64
import datetime as dt
import re
from collections.abc import Mapping
from typing import Any  # a row as JSON holds it

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from driehoek.surfaces.demo.systems import marks, rosters

CLIENT, SALT, HOUR = "driehoek-demo", "demo.systems", 3600
FEW, MOST = 100, 1000  # rows on a page
SINCE = re.compile(r"dateLastModified>='([^']{1,40})'")
SYSTEMS = {rosters.SCHOOL: rosters.rows_of, marks.SCHOOL: marks.rows_of}
Row = dict[str, Any]


def said_of(school: str, name: str) -> dict[str, str]:
    """What the office of that school fills in, beside the secret."""
    token = f"{settings.SITE_URL}{reverse('demo:system_token', args=[school])}"
    address = f"{token.removesuffix('token/')}ims/oneroster"
    return {"name": name, "address": address, "token_address": token, "client_id": CLIENT}


def secret() -> str:
    return salted_hmac(SALT, "client", algorithm="sha256").hexdigest()


def token_for(school: str, header: str, grant: str) -> str:
    """Empty for whoever does not know the secret, or asks otherwise."""
    known = base64.b64encode(f"{CLIENT}:{secret()}".encode()).decode()
    if not constant_time_compare(header, f"Basic {known}") or grant != "client_credentials":
        return ""
    return signing.dumps(school, salt=SALT)


def lets_in(school: str, header: str) -> bool:
    try:
        said: str = signing.loads(header.removeprefix("Bearer "), salt=SALT, max_age=HOUR)
    except signing.BadSignature:
        return False
    return said == school


def page_of(school: str, kind: str, asked: Mapping[str, str], now: dt.datetime) -> list[Row]:
    """In the order in which they were written, those that were written since, a page of them."""
    since = SINCE.fullmatch(asked.get("filter", ""))
    rows = [row for row in SYSTEMS[school](kind, now) if not since or row["dateLastModified"] >= since[1]]
    rows.sort(key=lambda row: (row["dateLastModified"], row["sourcedId"]))
    first, size = number(asked.get("offset"), 0), min(number(asked.get("limit"), FEW), MOST)
    return rows[first : first + size]


def number(said: str | None, otherwise: int) -> int:
    return int(said) if said and said.isdecimal() and len(said) < 10 else otherwise

"""Getting JSON from a provider: from known places alone, in little time, and never more than fits."""

from typing import Any  # what a stranger's JSON holds

import requests

from driehoek.base.core.answers import said_in
from driehoek.base.openid.places import is_known_place
from driehoek.base.openid.refusals import Reason, Refused

PATIENCE = (3.05, 5)  # seconds: to connect, and between two pieces of an answer
LONGEST = 10  # seconds for a whole answer, however it drips
MOST = 500_000  # bytes; the keys of a large provider are a twentieth of that
NOT_ALLOWED = (400, 401, 403)


def fetch(
    address: str, *, form: dict[str, str] | None = None, auth: tuple[str, str] | None = None, bearer: str = ""
) -> dict[str, Any]:
    """What a provider answers. A form is posted; without one the address is only read. Raises Refused."""
    if not is_known_place(address):
        raise Refused(Reason.PLACE)
    headers = {"Accept": "application/json"} | ({"Authorization": f"Bearer {bearer}"} if bearer else {})
    try:
        with requests.Session() as session:
            session.trust_env = False
            with session.request(
                "POST" if form else "GET", address, data=form, auth=auth, headers=headers,
                timeout=PATIENCE, stream=True, allow_redirects=False,
            ) as answer:  # fmt: skip
                return read(answer)
    except requests.RequestException:
        raise Refused(Reason.AWAY) from None


def read(answer: requests.Response) -> dict[str, Any]:
    if answer.status_code in NOT_ALLOWED:
        raise Refused(Reason.NOT_OURS)
    if answer.status_code != 200:
        raise Refused(Reason.AWAY)
    try:
        said = said_in(answer, most=MOST, seconds=LONGEST)
    except ValueError:
        raise Refused(Reason.NONSENSE) from None
    if not isinstance(said, dict):
        raise Refused(Reason.NONSENSE)
    return said

"""Addresses of other computers that somebody typed in a form: only where the installation knows them."""

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase

# Only what every program reads alike: no name or password, no backslash, no capital in the host.
ADDRESS = re.compile(r"(https?://[a-z0-9.-]+(?::[0-9]+)?)(?:/[A-Za-z0-9_.~:/?=&%+,@-]*)?")


def is_at(address: str, places: Iterable[str]) -> bool:
    """A place is a scheme with a host, which may begin with a star: `https://*.example`."""
    found = ADDRESS.fullmatch(address)
    return found is not None and any(fnmatchcase(found[1], known) for known in places)

"""The computers that are ever sent a notice. An address comes from a browser, so nothing in it is trusted."""

import re
from fnmatch import fnmatchcase

from django.conf import settings

# Only what every program reads alike: no name or password, no backslash, no capital, no empty host.
ADDRESS = re.compile(r"(https?://[a-z0-9.-]+(?::[0-9]+)?)/[A-Za-z0-9_.~:/?=&%+,-]*")


def service_of(endpoint: str) -> str:
    """Where this push service is; empty when it is none that we know."""
    found = ADDRESS.fullmatch(endpoint)
    if found and any(fnmatchcase(found[1], known) for known in settings.PUSH_SERVICES):
        return found[1]
    return ""

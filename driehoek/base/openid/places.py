"""The computers that are ever asked who somebody is. An address comes from a form: it is not trusted."""

import re
from fnmatch import fnmatchcase

from django.conf import settings

# Only what every program reads alike: no name or password, no backslash, no capital in the host.
ADDRESS = re.compile(r"(https?://[a-z0-9.-]+(?::[0-9]+)?)(?:/[A-Za-z0-9_.~:/?=&%+,@-]*)?")
KNOWN = (  # an installation may add its own: DRIEHOEK_SIGN_ON_PLACES
    "https://login.microsoftonline.com",
    "https://graph.microsoft.com",
    "https://accounts.google.com",
    "https://*.googleapis.com",
    "https://connect.surfconext.nl",
)


def is_known_place(address: str) -> bool:
    found = ADDRESS.fullmatch(address)
    places = (*KNOWN, *settings.SIGN_ON_PLACES)
    return found is not None and any(fnmatchcase(found[1], known) for known in places)

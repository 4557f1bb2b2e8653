"""The computers that are ever asked who somebody is. An address comes from a form: it is not trusted."""

from django.conf import settings

from driehoek.base.core.places import is_at

KNOWN = (  # an installation may add its own: DRIEHOEK_SIGN_ON_PLACES
    "https://login.microsoftonline.com",
    "https://graph.microsoft.com",
    "https://accounts.google.com",
    "https://*.googleapis.com",
    "https://connect.surfconext.nl",
)


def is_known_place(address: str) -> bool:
    return is_at(address, (*KNOWN, *settings.SIGN_ON_PLACES))

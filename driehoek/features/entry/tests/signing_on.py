"""What the tests of the work account share: a board with a provider, and the way there and back."""

from urllib.parse import urlsplit

import requests
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from driehoek.backbone.journal.models import Entry
from driehoek.features.entry.models import Provider
from tests.cast import NOW, Cast
from tests.servers.openid import CLIENT, SECRET, IdentityProvider


def set_up(cast: Cast, service: IdentityProvider, **more: object) -> Provider:
    said = {"name": "Microsoft", "issuer": service.issuer, "client_id": CLIENT} | more
    return Provider.set_up(cast.drie_hoeken, said, secret=SECRET, by=cast.ingrid, at=NOW)


def way_back(browser: Client, cast: Cast) -> str:
    """She presses the button, is sent on, signs in there, and is sent back: to this address."""
    page = browser.post(reverse("entry:sign_on", args=[cast.drie_hoeken.pk]))
    assert page.status_code == 200, page.text
    address = page.headers["Refresh"].partition("url=")[2]
    assert address in page.context["address"]
    sent = requests.get(address, allow_redirects=False, timeout=5).headers["Location"]
    back = urlsplit(sent)
    return f"{back.path}?{back.query}"


def come(browser: Client, cast: Cast) -> HttpResponse:
    return browser.get(way_back(browser, cast))


def is_in(browser: Client) -> bool:
    return "_auth_user_id" in browser.session


def refusals() -> list[str]:
    """Why somebody did not come in, as the journal has it."""
    verbs = Entry.objects.filter(verb__startswith="entry.provider.refused").order_by("pk")
    assert not verbs.exclude(actor=None).exists()
    return [verb.rpartition("refused_")[2] for verb in verbs.values_list("verb", flat=True)]

"""The demo plays the sign-in service of its board: to its own portal alone, and only for who works there."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from driehoek.base.openid.asking import challenge
from driehoek.features.entry.models import Provider
from driehoek.features.entry.models.provider import back_to
from driehoek.surfaces.demo.identity import set_up_identity
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
PAGE, TOKEN = reverse("demo:identity"), reverse("demo:identity_token")


def question(cast: Cast, **other: str) -> dict[str, str]:
    asked = {"redirect_uri": back_to(cast.drie_hoeken.pk), "state": "s", "nonce": "n"}
    return asked | {"code_challenge": challenge("v")} | other


def test_who_works_there_is_sent_back_and_a_parent_or_another_address_is_not(cast: Cast) -> None:
    for person, asked, status in (
        (cast.anouk, question(cast), 302),
        (cast.naima, question(cast), 422),
        (cast.anouk, question(cast, redirect_uri="https://evil.example/"), 422),
    ):
        answer = Client().post(PAGE, {"person": person.pk}, query_params=asked)
        assert answer.status_code == status


def test_a_token_is_for_who_knows_the_secret_and_asked(cast: Cast) -> None:
    set_up_identity(cast.ingrid, NOW)
    secret = set_up_secret(cast)
    sent = Client().post(PAGE, {"person": cast.anouk.pk}, query_params=question(cast)).url
    code = parse_qs(urlsplit(sent).query)["code"][0]
    given = {"code": code, "client_secret": secret, "code_verifier": "v"}
    for wrong in ({"client_secret": "x"}, {"code_verifier": "x"}, {"code": "x"}):
        assert Client().post(TOKEN, given | wrong).status_code == 400
    assert Client().post(TOKEN, given).status_code == 200


def set_up_secret(cast: Cast) -> str:
    """What the portal of the demo knows."""
    return Provider.objects.get(board=cast.drie_hoeken).client.secret

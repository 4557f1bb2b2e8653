"""A child with her card on a tablet of the class: she comes to show something, or to hear what home said."""

import pytest
from django.test import Client

from driehoek.backbone.access.corners import Corner
from driehoek.features.entry.printing import print_cards
from driehoek.features.portfolio.models import Echo
from driehoek.features.portfolio.tests.works import made
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db


def with_card(cast: Cast) -> str:
    """Where Yusuf stands after the button on his card."""
    code = print_cards([cast.yusuf], cast.groep_5, by=cast.anouk, now=NOW)[0].code
    return str(Client().post(code.path, follow=True).redirect_chain[-1][0])


def test_with_her_card_she_stands_before_the_camera(cast: Cast) -> None:
    assert with_card(cast) == "/werk/nieuw/"
    assert cast.sign_in(cast.yusuf).get("/werk/", follow=True).redirect_chain[-1][0] == "/werk/mijn/"


def test_what_home_said_comes_first_until_she_heard_it(cast: Cast) -> None:
    work = made(cast)
    assert with_card(cast) == "/werk/nieuw/"
    Echo.say(work, "Wat ben ik trots!", by=cast.naima, corner=Corner.HOME, at=NOW)
    assert with_card(cast) == "/werk/mijn/"
    cast.sign_in(cast.yusuf).get(work.get_absolute_url())
    assert with_card(cast) == "/werk/nieuw/"

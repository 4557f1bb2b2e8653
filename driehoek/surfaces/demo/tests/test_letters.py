"""The letters that left stand in the post box, and one can be held in the hand again."""

import pytest
from django.test import Client

from driehoek.facts.people.models import Guardianship
from driehoek.features.entry.codes import typed
from driehoek.features.entry.models import Invitation
from driehoek.features.entry.printing import print_letters
from tests.cast import Cast


@pytest.fixture
def letter(cast: Cast) -> Invitation:
    links = Guardianship.objects.filter(guardian=cast.hatice)
    print_letters(links, by=cast.marja, now=cast.now)
    return Invitation.objects.get(guardianship__guardian=cast.hatice)


def test_a_letter_that_was_printed_is_listed(client: Client, letter: Invitation) -> None:
    assert "Hatice Kaya" in client.get("/demo/postbus/").content.decode()


def test_holding_it_again_shows_a_code_that_works(client: Client, letter: Invitation) -> None:
    page = client.post(f"/demo/postbus/brief/{letter.pk}/")
    assert page.status_code == 200
    code = page.context["printed"].sheet.code
    assert code.text in page.content.decode()
    assert Invitation.by_code(typed(code.text)) not in (None, letter)
    born = letter.guardianship.student.birth_date
    assert f"is jarig op {born.day} " in page.content.decode()  # a newcomer does not know the child


def test_looking_at_the_post_box_makes_no_letter(client: Client, letter: Invitation) -> None:
    client.get(f"/demo/postbus/brief/{letter.pk}/")
    assert Invitation.objects.count() == 1


def test_what_is_no_letter_is_not_there(cast: Cast, client: Client) -> None:
    assert client.post("/demo/postbus/brief/999999/").status_code == 404


def test_a_letter_that_is_opened_by_its_address_leads_to_the_list(cast: Cast, client: Client) -> None:
    answer = client.get("/demo/postbus/brief/999999/", follow=True)
    assert answer.redirect_chain == [("/demo/postbus/", 302)]
    assert "Kies de brief hier." in answer.text


def test_whoever_waits_for_a_code_finds_the_post_box_of_the_demo(cast: Cast, client: Client) -> None:
    page = client.post("/inloggen/", {"address": cast.naima.email}, follow=True)
    assert 'href="/demo/postbus/"' in page.text

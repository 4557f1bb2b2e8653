"""Being somebody of the cast with one click, and what that opens."""

import pytest
from django.test import Client

from tests.cast import Cast


@pytest.mark.parametrize("key", ["naima", "elif", "yusuf", "anouk", "joris", "ingrid"])
def test_a_link_makes_you_that_person(cast: Cast, client: Client, key: str) -> None:
    client.get(f"/demo/als/{key}/")
    assert int(client.session["_auth_user_id"]) == cast.everyone()[key].pk


def test_who_works_at_a_school_comes_in_with_the_second_factor_behind_her(cast: Cast, client: Client) -> None:
    client.get("/demo/als/anouk/")
    assert (client.session["hat"], client.session["strong"]) == ("school", True)


def test_a_guardian_never_gets_the_school_hat(cast: Cast, client: Client) -> None:
    client.get("/demo/als/naima/")
    assert (client.session["hat"], client.session["strong"]) == ("home", False)


def test_whose_work_has_ended_comes_in_as_a_visitor_at_home(cast: Cast, client: Client) -> None:
    client.get("/demo/als/frank/")
    assert client.session["hat"] == "home"


def test_nobody_outside_the_page_can_be_tried(cast: Cast, client: Client) -> None:
    assert client.get("/demo/als/lotte/").status_code == 404
    assert "_auth_user_id" not in client.session


def test_the_page_names_everyone_and_is_there_without_signing_in(cast: Cast, client: Client) -> None:
    page = client.get("/demo/").content.decode()
    for key in ("naima", "jeroen", "dewi", "dijk", "petra"):
        assert f'href="/demo/als/{key}/"' in page


def test_a_face_is_a_drawing_and_knows_nobody(cast: Cast, client: Client) -> None:
    answer = client.get("/demo/gezicht/naima.svg")
    assert answer["Content-Type"] == "image/svg+xml"
    assert answer.content.startswith(b"<svg")

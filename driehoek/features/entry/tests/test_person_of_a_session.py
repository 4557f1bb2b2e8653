"""A session brings its person along; whoever should not go on is a stranger all the same."""

import pytest
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from driehoek.facts.people.models import Person
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(cast: Cast) -> Client:
    browser = Client()
    browser.force_login(cast.naima)
    assert browser.get("/").status_code == 200
    return browser


def is_stranger(browser: Client) -> bool:
    answer = browser.get("/")
    return bool(answer.status_code == 302)


def test_the_session_and_whose_it_is_are_one_question(browser: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert not is_stranger(browser)
    first, *others = [query["sql"] for query in asked if "FROM" in query["sql"]]
    assert 'FROM "entry_device" LEFT OUTER JOIN "people_person"' in first
    assert not any('WHERE "people_person"."id" = ' in sql for sql in others)


def test_another_password_ends_what_went_before(browser: Client, cast: Cast) -> None:
    cast.naima.set_password("drie hoeken en een bord")
    cast.naima.save()
    assert is_stranger(browser)


def test_an_account_that_is_closed_ends_it_too(browser: Client, cast: Cast) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(is_active=False)
    assert is_stranger(browser)


@pytest.mark.parametrize("part", [HASH_SESSION_KEY, BACKEND_SESSION_KEY])
def test_a_session_that_lacks_a_part_is_nobodys(browser: Client, part: str) -> None:
    session = browser.session
    del session[part]
    session.save()
    assert is_stranger(browser)


def test_a_session_that_names_another_is_judged_by_her_password(browser: Client, cast: Cast) -> None:
    session = browser.session
    session["_auth_user_id"] = str(cast.yusuf.pk)
    session.save()
    assert is_stranger(browser)

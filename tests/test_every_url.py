"""Every URL, read and written to by the cast. The table that comes out is docs/access-matrix.md.

bin/check --write-matrix     writes it anew; the difference is for a person to judge
"""

import os
from http.cookies import SimpleCookie
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse

from tests.cast import Cast
from tests.oracle.life import Life
from tests.routes import routes
from tests.samples import arguments

TABLE = Path(__file__).parents[1] / "docs" / "access-matrix.md"
PERSONAS = {  # who asks, in which hat; the words are the table's
    "naima": "home",  # guardian of Yusuf in groep 5
    "rachid": "home",  # the same, other household
    "tom": "home",  # father of Mila in groep 5 without custody: only what is about her
    "dennis": "home",  # father in groep 5 without custody: nothing
    "jeroen": "home",  # father in groep 5, blocked
    "gerda": "home",  # grandmother in groep 5 until October
    "cheryl": "home",  # guardian in groep 5 and another group
    "annelies": "home",  # guardian in groep 7
    "adam": "home",  # student of 13 at the other school, brother of Yusuf
    "yusuf": "home",  # student in groep 5
    "anouk": "school",  # teaches groep 5
    "anouk_at_home": "home",  # the same person as a mother of groep 1
    "gijs": "school",  # taught groep 5 until October
    "daan": "school",  # teaches groep 2
    "joris": "school",  # head of De Vlieger
    "marja": "school",  # its office
    "peter": "school",  # head of another school of the board
    "ingrid": "school",  # the board
    "petra": "school",  # teaches under another board
    "wouter": "home",  # guardian under another board
    "visitor": "",  # not signed in
}
INTRO = """# Who may open what

Made by a test from the running code: every URL, asked and written to (GET/POST) by the cast,
about something of groep 5 of De Vlieger. 200 answers, 302 sends elsewhere (a visitor: to sign in),
403 may not, 404 is not there for this person, 405 does not take that, 422 and 400 want more.
After a change: `bin/check --write-matrix`.

"""


def browser_of(cast: Cast, persona: str) -> Client:
    if persona == "visitor":
        return Client()
    return cast.sign_in(getattr(cast, persona.removesuffix("_at_home")), PERSONAS[persona])


def asked(client: Client, url: str) -> str:
    """The two answers, each undone afterwards, in the browser too: one of them signs out."""
    statuses, cookies = [], client.cookies.output()
    for method in (client.get, client.post):
        cache.clear()
        client.cookies = SimpleCookie(cookies.replace("Set-Cookie: ", ""))
        with transaction.atomic():
            statuses.append(str(method(url).status_code))
            transaction.set_rollback(True)
    client.cookies = SimpleCookie(cookies.replace("Set-Cookie: ", ""))
    return "/".join(statuses)


def row(life: Life, route: str, clients: dict[str, Client]) -> list[str]:
    with transaction.atomic():
        try:
            url = reverse(route, args=arguments(route, life))
        except NoReverseMatch:
            pytest.fail(f"{route} is new: give it an example in tests/samples.py")
        answers = [asked(client, url) for client in clients.values()]
        transaction.set_rollback(True)
    return [route, *answers]


def table(rows: list[list[str]]) -> str:
    head = ["url", *(persona.replace("_", " ") for persona in PERSONAS)]
    lines = [head, ["---"] * len(head), *rows]
    return INTRO + "".join(f"| {' | '.join(line)} |\n" for line in lines)


@pytest.mark.slow
def test_every_url_answers_as_the_published_table_says(cast: Cast) -> None:
    life = Life(cast)
    clients = {persona: browser_of(cast, persona) for persona in PERSONAS}
    rows = {route: row(life, route, clients) for route in routes()}
    assert dict(zip(PERSONAS, rows["feed:post"][1:], strict=True))["naima"] == "200/405"  # they are signed in
    found = table(list(rows.values()))
    if os.environ.get("DRIEHOEK_WRITE_MATRIX"):
        TABLE.write_text(found, encoding="utf-8")
    assert found == TABLE.read_text(encoding="utf-8"), "run bin/check --write-matrix and judge the difference"

"""What a page asks of the database, however much there is; and that an answer is one transaction."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from driehoek.features.conversations.models import Conversation, Message
from driehoek.features.conversations.tests.talks import asked, written
from tests.cast import Cast

MOST = 12


def queries(client: Client, url: str) -> int:
    """Of a page that was opened before, so that what is kept is there."""
    for _time in range(2):
        assert client.get(url).status_code == 200
    with CaptureQueriesContext(connection) as made:
        client.get(url)
    return len(made)


def fill(talk: Conversation, cast: Cast, count: int) -> None:
    at = cast.now - dt.timedelta(days=1)
    said = {"conversation": talk, "author": cast.naima, "corner": "home", "at": at, "due_at": at}
    Message.objects.bulk_create(Message(text=f"Zin {number}", **said) for number in range(count))


@pytest.mark.parametrize(("who", "hat"), [("naima", "home"), ("anouk", "school")])
def test_a_long_conversation_asks_no_more_than_a_short_one(cast: Cast, who: str, hat: str) -> None:
    talk = asked(cast)
    client, url = cast.sign_in(getattr(cast, who), hat), talk.get_absolute_url()
    short = queries(client, url)
    fill(talk, cast, 500)
    assert queries(client, url) == short <= MOST


@pytest.mark.parametrize(("who", "hat"), [("naima", "home"), ("anouk", "school")])
def test_a_full_list_asks_no_more_than_a_short_one(cast: Cast, who: str, hat: str) -> None:
    client = cast.sign_in(getattr(cast, who), hat)
    written(cast, cast.naima)
    short = queries(client, "/berichten/")
    for number in range(30):
        asked(cast, f"Vraag {number}")
    assert queries(client, "/berichten/") == short <= MOST


def test_a_long_conversation_opens_at_its_end_and_leads_back(cast: Cast) -> None:
    talk = asked(cast, "De eerste zin")
    fill(talk, cast, 65)
    client, url = cast.sign_in(cast.naima), talk.get_absolute_url()
    seen, pages = "", 0
    while url:
        page = client.get(url).content.decode()
        seen, pages = seen + page, pages + 1
        earlier = page.partition('href="?voor=')[2].partition('"')[0]
        url = f"{talk.get_absolute_url()}?voor={earlier}" if earlier else ""
    assert pages == 3 and "Zin 64" in seen and "De eerste zin" in seen


@pytest.mark.django_db(transaction=True)
def test_an_answer_is_one_transaction(cast: Cast) -> None:
    talk, anouk = asked(cast), cast.anouk
    with CaptureQueriesContext(connection) as made:
        talk.say("Ja", by=anouk, corner="school", at=cast.now, told_at=cast.now)
    words = [query["sql"].split(" ")[0] for query in made]
    assert words[0] == "BEGIN" and words.count("BEGIN") == 1 and words.count("COMMIT") == 1
    after = [query["sql"] for query in made][words.index("COMMIT") + 1 :]
    assert all("dbtaskresult" in sql for sql in after)  # the wake-up, which may get lost


def test_what_is_drawn_for_one_is_never_shown_to_another_who_may_do_less(cast: Cast) -> None:
    """Drawings are kept; who said it, and who hears why it could not wait, is part of what is kept."""
    talk = asked(cast, "Slaapt hij genoeg?")
    answer = talk.say("Ja hoor", by=cast.anouk, corner="school", at=cast.now, told_at=cast.now)
    talk.hurry(answer, reason="Hij belde net", by=cast.anouk, at=cast.now)
    pages = {
        who: cast.sign_in(getattr(cast, who)).get(talk.get_absolute_url()).content.decode()
        for who in ("anouk", "naima", "meryem", "anouk")
    }
    report = f"/melden/gesprek/{answer.pk}/"
    assert report not in pages["anouk"] and report in pages["naima"] and report in pages["meryem"]
    assert "Hij belde net" not in pages["naima"]
    assert "Hij belde net" in pages["anouk"] and "Hij belde net" in pages["meryem"]

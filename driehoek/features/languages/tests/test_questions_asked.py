"""A page asks as many questions of the database for one translated text as for many, and not many at all."""

from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from driehoek.backbone.notifications.tests.steps import bring
from driehoek.backbone.translation.tests.steps import machine_said
from driehoek.facts.people.models import Person
from driehoek.features.conversations.models import Message
from driehoek.features.conversations.tests.talks import asked
from driehoek.features.dayreports.models import DayReport
from driehoek.features.dayreports.tests.test_speaking import heard, voice, write
from driehoek.features.feed.models import Poll, Post
from driehoek.features.feed.places import Place
from driehoek.features.feed.tests.posts import HOUR, draft, shared
from driehoek.features.newsletters.tests.letters import filled, out
from tests.cast import NOW, Cast

MOST = 12


def home(cast: Cast) -> Client:
    Person.objects.filter(pk=cast.naima.pk).update(language="ar")
    cast.naima.refresh_from_db()
    return cast.sign_in(cast.naima)


def asked_by(client: Client, url: str) -> int:
    client.get(url)  # what is prepared and kept once
    with CaptureQueriesContext(connection) as questions:
        assert client.get(url).status_code == 200
    return len(questions)


def translated(*things: Post | Poll | DayReport | Message) -> None:
    for thing in things:
        for text in thing.texts.values():
            machine_said(text, "ar", "بالعربية")


def news(cast: Cast, number: int) -> Post:
    post = draft(cast, f"Bruggen {number}")
    words = {"text": f"Tekst {number}", "ask_at_home": f"Wat zag je, {number}?"}
    post.write(words, place=Place(cast.vlieger, group=cast.groep_5))
    poll = Poll.objects.create(post=post, question=f"Peiling {number}?", closes_at=NOW + HOUR)
    poll.offer([f"Ja {number}", f"Nee {number}"])
    post.share(by=cast.anouk, at=NOW - HOUR, due_at=NOW - HOUR / 2)
    translated(post, poll)
    return post


@pytest.mark.parametrize("url", ["/", "/kind/{}/"])
def test_a_page_with_news_asks_no_more_for_much_of_it_in_another_language(cast: Cast, url: str) -> None:
    said = {"eaten": "well", "words": "Yusuf bouwde een hut."}
    day = DayReport.write(cast.yusuf, cast.bso, said, by=cast.samira, at=NOW, day=NOW.date())
    translated(day)
    client, where = home(cast), url.format(cast.yusuf.pk)
    news(cast, 0)
    few = asked_by(client, where)
    for number in range(1, 12):
        news(cast, number)
    assert asked_by(client, where) == few
    if url == "/":
        assert few <= MOST


def test_vandaag_asks_no_more_with_everything_on_it(cast: Cast, settings: Settings, tmp_path: Path) -> None:
    """A day that was spoken, a letter, news in another language: each alone is looked at above."""
    settings.MEDIA_ROOT = tmp_path
    write(cast, cast.yusuf, voice=voice(), words="Yusuf bouwde een hut.")
    translated(DayReport.objects.get())
    out(filled(cast), cast)
    bring()
    client = home(cast)
    news(cast, 0)
    page = client.get("/").text
    assert heard().url in page and "/nieuwsbrieven/" in page and "بالعربية" in page
    assert asked_by(client, "/") <= MOST


def test_a_post_asks_no_more_for_much_that_was_said_in_another_language(cast: Cast) -> None:
    client, post = home(cast), news(cast, 0)
    told = {"corner": "home", "at": NOW}

    def say(number: int) -> None:
        said = post.comment(f"Heel mooi gemaakt, nummer {number}", by=cast.elif_, **told)
        translated(said)

    say(0)
    few = asked_by(client, post.get_absolute_url())
    for number in range(1, 12):
        say(number)
    assert asked_by(client, post.get_absolute_url()) == few <= MOST


def test_a_line_with_school_asks_no_more_for_much_that_was_said_in_another_language(cast: Cast) -> None:
    talk, client = asked(cast), home(cast)

    def answer(number: int) -> None:
        talk.say(f"Ik kijk vandaag, {number}", by=cast.anouk, corner="school", at=NOW, told_at=NOW)
        translated(Message.objects.latest("pk"))

    answer(0)
    few = asked_by(client, talk.get_absolute_url())
    for number in range(1, 12):
        answer(number)
    assert asked_by(client, talk.get_absolute_url()) == few <= MOST


def test_who_reads_dutch_is_asked_one_question_less(cast: Cast) -> None:
    """The control: what is counted here is the look in the memory."""
    shared(cast)
    dutch = asked_by(cast.sign_in(cast.naima), "/")
    assert asked_by(home(cast), "/") == dutch + 1

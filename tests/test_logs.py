"""No line in a log opens a door or tells of anybody."""

import logging
import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from driehoek.backbone.notifications.digests.stopping import stop_path
from driehoek.backbone.notifications.models import Notification
from driehoek.backbone.notifications.preferences import stop_token
from driehoek.backbone.notifications.sealing import seal
from driehoek.backbone.notifications.telling import tell_due
from driehoek.base.core.logs import Discreet
from driehoek.facts.people.models import Guardianship
from driehoek.features.entry.colleagues import invite_colleague
from driehoek.features.entry.models import Device
from driehoek.features.entry.printing import print_cards, print_letters
from driehoek.surfaces.home import views
from tests.cast import NOW, Cast
from tests.logged import handlers, logged
from tests.oracle.life import Life

pytestmark = pytest.mark.django_db
SECRET = "x" * 22
# a colour, a page of ours, a number that its reader alone gets an answer to, a day and a week
NO_SECRET = {
    "shell:theme", "speech:explanation", "notifications:ringing", "timetable:lesson", "children:week",
    "children:week_telling",
}  # fmt: skip
KEY_OR_WORD = re.compile("<(?:int|slug|label|part):[^>]*>")  # nothing that opens a door


def secrets_of(life: Life) -> dict[str, str]:
    """Something of each kind that opens a door, by its address."""
    cast, link = life.cast, Guardianship.objects.get(guardian=life.cast.naima, student=life.cast.yusuf)
    (letter,) = print_letters([link], by=cast.anouk, now=NOW)
    (card, *_others) = print_cards([cast.yusuf], cast.groep_5, by=cast.anouk, now=NOW)
    _invitation, start = invite_colleague(cast.daan, school=cast.vlieger, by=cast.joris, now=NOW)
    stop = stop_token(cast.naima.pk, category="news", channel="email")
    tell_due(NOW)
    told = seal(Notification.objects.filter(person=cast.naima).latest("pk"), "answer")
    handle = Device.objects.filter(person=cast.naima).first()
    return {
        letter.code.path: letter.code.text,
        reverse("entry:confirm", args=[letter.code.text]): letter.code.text,
        card.code.path: card.code.text,
        start.path: start.text,
        reverse("notifications:unsubscribe", args=[stop]): stop,
        stop_path(cast.naima, "email"): stop_path(cast.naima, "email").split("/")[-2],
        reverse("notifications:answer", args=[told]): told,
        reverse("conversations:mailed_ask", args=[told]): told,
        reverse("home:mailed_table", args=[told]): told,
        reverse("media:photo", args=[life.photos["with Amira"].token, 800]): life.photos["with Amira"].token,
        **({reverse("entry:device_ending", args=[handle.handle]): handle.handle} if handle else {}),
    }


def knock(path: str, *browsers: Client) -> None:
    """In every way, most of them wrong."""
    for browser in browsers:
        for method in (browser.get, browser.put, browser.delete, browser.options, browser.post):
            method(path)


@pytest.mark.slow
def test_no_code_and_no_token_is_written_down(cast: Cast) -> None:
    naima, stranger = cast.sign_in(cast.naima), Client(enforce_csrf_checks=True)
    secrets = secrets_of(Life(cast))
    with logged() as paper:
        for path in secrets:
            knock(path, naima, stranger)
        knock("/inloggen/code/", stranger)
    told = paper.getvalue()
    assert {secret for secret in secrets.values() if secret in told} == set()
    assert told.count("…") >= len(secrets)  # they were about to be


@pytest.mark.slow
@pytest.mark.once
def test_without_its_formatter_the_log_would_tell_them(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = secrets_of(Life(cast))
    for handler in handlers():
        monkeypatch.setattr(handler, "formatter", logging.Formatter())
    with logged() as paper:
        for path in secrets:
            knock(path, Client())
    assert all(secret in paper.getvalue() for secret in secrets.values())


@pytest.mark.parametrize("discreet", [True, False])
def test_a_page_that_breaks_tells_where_and_not_about_whom(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, discreet: bool
) -> None:
    """The control is the same page with a plain formatter."""

    def broken(*_args: object) -> None:
        raise LookupError(f"no card for {cast.yusuf.full_name}")

    monkeypatch.setattr(views, "Today", broken)
    for handler in [] if discreet else handlers():
        monkeypatch.setattr(handler, "formatter", logging.Formatter())
    naima = cast.sign_in(cast.naima)
    naima.raise_request_exception = False
    with logged() as paper:
        assert naima.get("/").status_code == 500
    assert "LookupError" in paper.getvalue() and "in broken" in paper.getvalue()
    assert (cast.yusuf.full_name in paper.getvalue()) is not discreet


def test_every_address_with_a_secret_in_it_is_known_to_the_log() -> None:
    formatter = handlers()[0].formatter
    assert isinstance(formatter, Discreet)
    addresses = dict(filled_in(get_resolver().url_patterns, "", "/"))
    told = {name for name, path in addresses.items() if SECRET in formatter.secret.sub("", path)}
    assert told == NO_SECRET, "put its beginning in SECRET_AFTER, or here in NO_SECRET"
    assert SECRET in addresses["entry:welcome"] and SECRET in addresses["media:photo"]


def filled_in(found: list[URLPattern | URLResolver], space: str, path: str) -> Iterator[tuple[str, str]]:
    """The name of each route and an address of it; a secret stands where neither a key nor a word comes."""
    for one in found:
        here = path + KEY_OR_WORD.sub("7", str(one.pattern))
        if isinstance(one, URLResolver):
            yield from filled_in(
                one.url_patterns, f"{space}{one.namespace}:" if one.namespace else space, here
            )
        else:
            yield f"{space}{one.name}", re.sub("<[^>]*>", SECRET, here)

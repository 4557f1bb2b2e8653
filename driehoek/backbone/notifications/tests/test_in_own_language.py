"""Mails come in the language of their reader, wait a little for a machine, and never longer."""

import datetime as dt

import pytest
from django.core import mail
from pytest_django import Settings

from driehoek.backbone.access.models import Audience, Role
from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.translation.models import Agreement, Correction, Translation
from driehoek.backbone.translation.translators.choosing import translator
from driehoek.backbone.translation.working import translate_due
from driehoek.features.feed.models import Post
from tests.cast import NOW, Cast
from tests.servers.translator import TURKISH, Interpreter, Mood, interpreting

MINUTE = dt.timedelta(minutes=1)


def shared(cast: Cast) -> Post:
    """With the parents of groep 5, of whom Elif and Murat read Turkish."""
    audience = Audience.objects.create(school=cast.vlieger)
    audience.lines.create(role=Role.GUARDIAN, group=cast.groep_5)
    post = Post.objects.create(
        school=cast.vlieger, group=cast.groep_5, author=cast.anouk, audience=audience, created_at=NOW,
        title="Bruggen", text="Wij bouwden.\n\nDe brug was sterk.", ask_at_home="Wat is sterk?",
    )  # fmt: skip
    post.share(by=cast.anouk, at=NOW, due_at=NOW)
    return post


def bring(now: dt.datetime) -> None:
    while tell_due(now):
        pass
    while deliver_due("email", clock=lambda: now):
        pass


def mail_to(cast: Cast, who: str) -> mail.EmailMultiAlternatives | None:
    address = getattr(cast, who).email
    found = [one for one in mail.outbox if one.to == [address]]
    return found[0] if found else None  # type: ignore[return-value]


def test_a_mail_comes_in_the_language_of_its_reader_with_a_way_to_the_original(cast: Cast) -> None:
    post = shared(cast)
    for name, words in {
        "title": "Köprüler",
        "text": "Yaptık.\n\nKöprü sağlamdı.",
        "ask": "Ne sağlam?",
    }.items():
        Correction.write(post.texts[name], "tr", words, by=cast.meryem, at=NOW)
    bring(NOW)
    turkish, dutch = mail_to(cast, "elif_"), mail_to(cast, "naima")
    assert turkish and dutch
    assert turkish.subject.endswith("Köprüler") and dutch.subject == "Nieuws van groep 5: Bruggen"
    body = str(turkish.body)
    assert "Yaptık.\n\nKöprü sağlamdı." in body and "Mutfak masasında: Ne sağlam?" in body
    assert f"/bericht/{post.pk}/?taal=origineel" in body and "Bu çevrildi." in body
    assert "De brug was sterk." in str(dutch.body) and "origineel" not in str(dutch.body)
    assert "Köprüler" in str(turkish.alternatives[0][0])


@pytest.fixture
def interpreter(settings: Settings, cast: Cast) -> "Interpreter":  # type: ignore[misc]  # a generator
    with interpreting() as running:
        settings.TRANSLATOR, settings.TRANSLATOR_URL = "libretranslate", running.url
        Agreement.give(cast.vlieger, by=cast.joris, at=NOW)
        yield running


def test_what_is_shared_is_translated_for_its_readers_before_anybody_opens_it(
    cast: Cast, interpreter: Interpreter
) -> None:
    shared(cast)
    languages = set(Translation.objects.values_list("language", flat=True))
    assert "tr" in languages and "nl" not in languages and len(languages) == 5


def test_a_mail_waits_two_minutes_for_a_machine_and_dutch_ones_do_not(
    cast: Cast, interpreter: Interpreter
) -> None:
    shared(cast)
    bring(NOW)
    assert mail_to(cast, "naima") and not mail_to(cast, "elif_")
    bring(NOW + MINUTE)
    assert not mail_to(cast, "elif_")
    bring(NOW + 2 * MINUTE)
    sent = mail_to(cast, "elif_")
    assert sent and "De brug was sterk." in str(sent.body)


def test_a_mail_goes_in_her_language_as_soon_as_the_machine_is_ready(
    cast: Cast, interpreter: Interpreter
) -> None:
    shared(cast)
    bring(NOW)
    machine = translator()
    assert machine
    interpreter.mood = Mood.WELL
    for _batch in range(3):
        translate_due(machine, clock=lambda: NOW + MINUTE / 2)
    bring(NOW + MINUTE)
    sent = mail_to(cast, "elif_")
    assert sent and TURKISH in str(sent.body)

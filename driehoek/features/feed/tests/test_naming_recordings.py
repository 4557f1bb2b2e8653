"""A recording is named where its words would stand, so that nobody gets an empty message; and heard by whom
the rules let, also behind the link in a text message."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from driehoek.backbone.media.tests.voices import recorded
from driehoek.backbone.notifications.digests.tests.steps import FRIDAY, run, wish
from driehoek.backbone.notifications.models import Notification
from driehoek.backbone.notifications.one_page import page_of
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.notifications.tests.steps import bring
from driehoek.facts.people.models import Person, Restriction
from driehoek.features.conversations.tests.talks import written
from driehoek.features.feed.models import Corner, Post, PostAttachment
from driehoek.features.feed.tests.posts import shared
from tests.cast import NOW, TODAY, Cast

NAMED = "Met een ingesproken bericht van 0:09. Luister in Driehoek."


@pytest.fixture(autouse=True)
def cupboard(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    settings.MEDIA_ROOT = tmp_path
    yield tmp_path


def aloud(cast: Cast, *, text: str = "") -> Post:
    """News of groep 5 that was spoken."""
    post = shared(cast)
    Post.objects.filter(pk=post.pk).update(text=text)
    PostAttachment.objects.create(post=post, attachment=recorded(cast.anouk, cast.vlieger))
    return post


def told(person: Person) -> str:
    return "\n".join(str(one.body) for one in mail.outbox if one.to == [person.email])


def test_news_that_was_spoken_says_so_in_the_mail(cast: Cast) -> None:
    aloud(cast)
    bring()
    assert NAMED in told(cast.naima) and NAMED in told(cast.rachid)
    assert "/bijlage/" not in told(cast.naima)


def test_a_digest_has_it_as_its_line_or_beside_the_day(cast: Cast) -> None:
    wish(cast.naima, "weekly")
    spoken, both = aloud(cast), aloud(cast, text="Dit deden wij.")
    assert spoken != both
    run(NOW)
    run(FRIDAY)
    assert NAMED in told(cast.naima)
    assert "Dit deden wij." in told(cast.naima) and "· 0:09 ingesproken" in told(cast.naima)


def test_an_answer_that_was_spoken_is_named_to_her_alone_and_not_in_a_shared_mailbox(cast: Cast) -> None:
    Person.objects.filter(pk=cast.cheryl.pk).update(email=cast.rachid.email)
    post = shared(cast)
    bring()
    mail.outbox.clear()
    for person in (cast.naima, cast.rachid):
        brought = [recorded(cast.anouk, cast.vlieger)]
        said = {"corner": Corner.SCHOOL, "at": NOW, "attachments": brought}
        post.comment("", by=cast.anouk, in_line_of=person, **said)  # type: ignore[arg-type]
    bring()
    assert NAMED in told(cast.naima)
    assert "Je hebt antwoord van school" in str([one.subject for one in mail.outbox])
    assert "ingesproken" not in told(cast.rachid) and told(cast.rachid)


def test_what_school_says_in_a_conversation_is_named_too(cast: Cast) -> None:
    written(cast, cast.naima, "", attachments=[recorded(cast.anouk, cast.vlieger)])
    bring()
    assert NAMED in told(cast.naima)


def page_for(person: Person) -> str:
    """What the link in a text message to her opens."""
    while tell_due(NOW):
        pass
    return page_of(Notification.objects.get(person=person))


def played(address: str) -> list[str]:
    return re.findall(r'<audio[^>]* src="([^"]+)"', Client().get(address).text)


def test_the_page_behind_a_text_message_plays_what_is_for_the_group(cast: Cast) -> None:
    aloud(cast)
    address = page_for(cast.naima)
    (sound,) = played(address)
    answer = Client().get(sound)
    assert answer.status_code == 200 and answer["Content-Type"] == "audio/mp4"
    assert "Luister in Driehoek" not in Client().get(address).text
    assert Client().get(sound, headers={"Range": "bytes=0-3"}).status_code == 206
    assert Client().post(sound).status_code == 405


def test_it_plays_nothing_any_more_to_who_is_kept_away_or_for_what_was_taken_back(cast: Cast) -> None:
    post = aloud(cast)
    hers, his = page_for(cast.naima), page_of(Notification.objects.get(person=cast.rachid))
    (sound,), (other,) = played(hers), played(his)
    kept_away = {"student": cast.yusuf, "adult": cast.rachid, "kind": "no_access", "starts_on": TODAY}
    Restriction.objects.create(**kept_away, basis="-", entered_by=cast.marja)
    assert Client().get(other).status_code == 404 and Client().get(sound).status_code == 200
    post.withdraw(by=cast.anouk, at=NOW)
    assert Client().get(sound).status_code == 404 and Client().get(hers).status_code == 404


def test_no_key_opens_what_it_was_not_made_for(cast: Cast) -> None:
    aloud(cast)
    (sound,) = played(page_for(cast.naima))
    key = sound.split("/")[2]
    other = key[:-8] + ("b" if key[-8] == "a" else "a") + key[-7:]
    for wrong in ([key, 2], [key, 0], ["geraden", 1], [other, 1]):
        assert Client().get(reverse("notifications:one_page_voice", args=wrong)).status_code == 404


def test_what_was_said_to_her_alone_is_not_on_that_page(cast: Cast) -> None:
    written(cast, cast.naima, "", attachments=[recorded(cast.anouk, cast.vlieger)])
    address = page_for(cast.naima)
    assert played(address) == [] and "ingesproken" not in Client().get(address).text

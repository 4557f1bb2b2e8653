"""What leaves as a text for a telephone is read against the oracle: its words, and the page behind it."""

import re
from functools import cache
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client

from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.models import Preference, Rhythm
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.people.models import Person
from tests.cast import NOW
from tests.oracle.canaries import Thing
from tests.oracle.extract import world_now
from tests.oracle.life import Life
from tests.oracle.reading import readable_by
from tests.oracle.rules import HATS
from tests.oracle.sweep import texts_of
from tests.servers.texting import Carrier

WANT_TEXTS = ("naima", "rachid", "tom", "dennis", "jeroen", "karin", "zehra", "dewi", "anouk", "joris")


def they_want_texts(life: Life) -> None:
    """Each on a telephone of her own, all kinds of news; nobody else has one."""
    Person.objects.update(mobile="")
    for number, key in enumerate(WANT_TEXTS):
        person = getattr(life.cast, key)
        Person.objects.filter(pk=person.pk).update(mobile=f"+316{number:08d}")
        for category in Category:
            Preference.objects.create(person=person, category=category, channel="sms", rhythm=Rhythm.NOW)


@pytest.mark.slow
def test_a_text_holds_no_secret_and_its_page_nothing_that_she_may_not_read(
    life: Life, carrier: Carrier
) -> None:
    they_want_texts(life)
    while tell_due(NOW):
        pass
    while deliver_due("sms", clock=lambda: NOW):
        pass
    world, for_many = world_now(), {("post", post.pk) for post in life.posts.values() if not post.student}

    @cache
    def allowed(number: str) -> set[Thing]:
        who = Person.objects.get(mobile=number)
        return {thing for hat in HATS for thing in readable_by(world, who.pk, hat, NOW)}

    found, leaks = set[Thing](), list[str]()
    for text in carrier.taken:
        *words, link = text["text"].splitlines()
        said = life.canaries.found_in(*words)
        page = Client().get(urlsplit(link).path).text
        shown = life.canaries.found_in(page, *played_on(page))
        assert link.startswith(settings.SITE_URL)
        wrong = (said - for_many) | ((said | shown) - allowed(text["to"]))
        leaks += [f"{life.name_of(thing)} to {text['to']}" for thing in wrong]
        found |= shown
    assert leaks == []
    assert ("post", life.posts["news"].pk) in found
    assert ("attachment", life.attachments["spoken with news"].pk) in found
    assert ("attachment", life.attachments["spoken with about yusuf"].pk) not in found


def played_on(page: str) -> list[str]:
    """What comes out of the players there, for who does not sign in."""
    addresses = re.findall(r'<audio[^>]* src="([^"]+)"', page)
    return ["".join(texts_of(Client().get(address))) for address in addresses]

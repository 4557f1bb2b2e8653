"""Digests are read against the oracle too: together, nobody gets what she could not open one by one."""

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine
from django.core import mail
from django.core.mail import EmailMessage

from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.digests import readers
from driehoek.backbone.notifications.digests.gathering import gather_due
from driehoek.backbone.notifications.digests.sending import send_due
from driehoek.backbone.notifications.models import Delivery, Preference, Rhythm
from driehoek.backbone.notifications.notices import notice_of
from driehoek.backbone.notifications.receiver import Receiver
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.people.models import Person
from tests.cast import NOW
from tests.oracle.canaries import Thing
from tests.oracle.extract import world_now
from tests.oracle.life import Life
from tests.oracle.reading import readable_by
from tests.oracle.rules import HATS
from tests.oracle.test_mail import things_in

FRIDAY = NOW + dt.timedelta(days=1, minutes=30)
SUBJECT = {"Jouw week op school", "Your week at school"}


@pytest.fixture
def collected(life: Life) -> Iterator[Life]:
    """Everybody wants everything once a week, and it is told."""
    Preference.objects.all().delete()
    wishes = [
        Preference(person=person, category=category, channel="email", rhythm=Rhythm.WEEKLY)
        for person in Person.objects.all()
        for category in Category
    ]
    Preference.objects.bulk_create(wishes, batch_size=500)
    while tell_due(NOW):
        pass
    with time_machine.travel(FRIDAY, tick=False):
        yield life


def digests() -> list[EmailMessage]:
    """All of Friday, and nothing else."""
    while deliver_due("email", clock=lambda: FRIDAY):
        pass
    mail.outbox.clear()
    while gather_due(FRIDAY):
        pass
    while send_due("email", clock=lambda: FRIDAY):
        pass
    return list(mail.outbox)


def leaks(sent: list[EmailMessage], life: Life) -> list[tuple[str, str]]:
    """What is in a digest and not for its reader, by name and address."""
    world, allowed = world_now(), dict[str, set[Thing]]()
    found = []
    for message in sent:
        (to,), things = message.to, things_in(message, life)
        if things and to not in allowed:
            people = Person.objects.filter(email=to).values_list("pk", flat=True)
            allowed[to] = {
                thing for who in people for hat in HATS for thing in readable_by(world, who, hat, FRIDAY)
            }
        found += [(life.name_of(thing), to) for thing in things - allowed.get(to, set())]
    return found


@pytest.mark.slow
def test_no_digest_holds_what_its_reader_may_not_read(collected: Life) -> None:
    sent = digests()
    assert leaks(sent, collected) == []
    assert any(("post", collected.posts["news"].pk) in things_in(message, collected) for message in sent)
    assert len(sent) > 10 and all(len(message.recipients()) == 1 for message in sent)
    assert not any(collected.canaries.found_in(str(message.subject)) for message in sent)


@pytest.mark.slow
def test_who_gets_it_could_open_it_whatever_kind_it_is(collected: Life) -> None:
    digests()
    brought = Delivery.objects.filter(digest__isnull=False, state="done")
    kinds = set()
    for row in brought.select_related("notification__person", "notification__entry"):
        entry = row.notification.entry
        notice = notice_of(entry)
        receiver = Receiver(row.notification.person, FRIDAY)
        assert notice is not None and receiver.may_see(entry, notice), entry
        kinds.add(entry.verb)
    assert {"feed.post.shared", "conversations.message.said", "dayreports.report.written"} <= kinds


@pytest.mark.slow
def test_a_digest_that_does_not_ask_who_may_see_it_is_noticed(
    collected: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: who was told and has been shut out since, then reads on."""
    monkeypatch.setattr(
        readers.Reader, "seen", lambda reader, pieces: {piece.entry.pk: "home" for piece in pieces}
    )
    post = collected.posts["news"]
    Person.objects.filter(pk=collected.cast.wouter.pk).update(email="wouter@thuis.example")
    told = Delivery.objects.filter(notification__entry__subject_id=post.pk, state="collected").first()
    assert told is not None
    told.notification.person = collected.cast.wouter
    told.notification.save()
    assert ("post news", "wouter@thuis.example") in leaks(digests(), collected)

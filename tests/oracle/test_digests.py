"""Digests are read against the oracle too: together, nobody gets what she could not open one by one."""

import datetime as dt
from dataclasses import dataclass

import pytest
import time_machine
from django.core import mail
from django.core.mail import EmailMessage
from django.db import transaction
from pytest_django import DjangoDbBlocker

from driehoek.backbone.access.parts import Asking
from driehoek.backbone.access.viewer import Hat
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.digests import readers
from driehoek.backbone.notifications.digests.gathering import gather_due
from driehoek.backbone.notifications.digests.sending import send_due
from driehoek.backbone.notifications.models import Delivery, Preference, Rhythm, Telling
from driehoek.backbone.notifications.notices import notice_of
from driehoek.backbone.notifications.receiver import Receiver
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.people.models import Person
from driehoek.features.feed.models import Poll
from tests.cast import NOW
from tests.oracle.canaries import Thing
from tests.oracle.extract import world_now
from tests.oracle.life import Life
from tests.oracle.reading import readable_by
from tests.oracle.rules import HATS
from tests.oracle.test_mail import things_in

FRIDAY = NOW + dt.timedelta(days=1, minutes=30)
SUBJECT = {"Jouw week op school", "Your week at school"}


@dataclass(frozen=True)
class Friday:
    """What left, and of each item in it the verb, the fact and whether its reader could open it then."""

    sent: list[EmailMessage]
    brought: list[tuple[str, Entry, bool]]


def collect() -> None:
    """Everybody wants everything once a week, and it is told. A poll stays open, or it would not wait."""
    Preference.objects.all().delete()
    Poll.objects.update(closes_at=FRIDAY + dt.timedelta(days=7))
    wishes = [
        Preference(person=person, category=category, channel="email", rhythm=Rhythm.WEEKLY)
        for person in Person.objects.all()
        for category in Category
    ]
    Preference.objects.bulk_create(wishes, batch_size=500)
    while tell_due(NOW):
        pass


@pytest.fixture(scope="module")
def friday(lived: Life, django_db_blocker: DjangoDbBlocker) -> Friday:
    """Of all that was told; that it was sent is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        with time_machine.travel(NOW, tick=False):
            collect()
        with time_machine.travel(FRIDAY, tick=False):
            found = Friday(digests(), could_open())
        transaction.set_rollback(True)
    return found


def could_open() -> list[tuple[str, Entry, bool]]:
    done = Delivery.objects.filter(digest__isnull=False, state="done").select_related(
        "notification__person", "notification__entry"
    )
    found = []
    for told in (row.notification for row in done):
        notice = notice_of(told.entry)
        may = notice is not None and Receiver(told.person, FRIDAY).may_see(told.entry, notice)
        found.append((told.entry.verb, told.entry, may))
    return found


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
def test_no_digest_holds_what_its_reader_may_not_read(life: Life, friday: Friday) -> None:
    sent = friday.sent
    assert leaks(sent, life) == []
    assert any(("post", life.posts["news"].pk) in things_in(message, life) for message in sent)
    assert len(sent) > 10 and all(len(message.recipients()) == 1 for message in sent)
    assert not any(life.canaries.found_in(str(message.subject)) for message in sent)


@pytest.mark.slow
def test_who_gets_it_could_open_it_whatever_kind_it_is(life: Life, friday: Friday) -> None:
    assert [entry for _verb, entry, may in friday.brought if not may] == []
    kinds = {verb for verb, _entry, _may in friday.brought}
    assert {"feed.post.shared", "conversations.message.said", "dayreports.report.written"} <= kinds


def everything(_reader: readers.Reader, pieces: list[readers.Piece]) -> Asking[dict[int, Hat]]:
    """Without a question."""
    yield from ()
    return {piece.entry.pk: "home" for piece in pieces}


@pytest.mark.slow
@pytest.mark.once
def test_a_digest_that_does_not_ask_who_may_see_it_is_noticed(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: who was told and has been shut out since, then reads on."""
    monkeypatch.setattr(readers.Reader, "seeing", everything)
    post = life.posts["news"]
    Telling.objects.exclude(entry__verb="feed.post.shared", entry__subject_id=post.pk).delete()
    collect()
    Person.objects.filter(pk=life.cast.wouter.pk).update(email="wouter@thuis.example")
    collected = Delivery.objects.filter(channel="email", state="collected")  # others wait for paper
    told = collected.filter(notification__entry__subject_id=post.pk).first()
    assert told is not None
    told.notification.person = life.cast.wouter
    told.notification.save()
    with time_machine.travel(FRIDAY, tick=False):
        assert ("post news", "wouter@thuis.example") in leaks(digests(), life)

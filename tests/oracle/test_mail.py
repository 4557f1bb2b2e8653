"""What leaves by mail is read against the oracle too: nobody gets what she could not open."""

from functools import cache, partial

import pytest
import time_machine
from django.core import mail
from django.core.mail import EmailMessage
from django.db import transaction
from pytest_django import DjangoDbBlocker

from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.facts.people.models import Person, Restriction
from tests.cast import NOW, TODAY
from tests.oracle.canaries import Thing
from tests.oracle.extract import world_now
from tests.oracle.life import Life
from tests.oracle.reading import readable_by
from tests.oracle.rules import HATS, World

# about her address and about mail of her own, whatever becomes of the rest
OF_HER_OWN = {
    "Je gegevens zijn veranderd. Was jij dat?",
    "Schreef jij dit?",
    "Niet alles uit je mail kwam aan",
}


def bring_everything() -> list[EmailMessage]:
    while deliver_due("email", clock=lambda: NOW):
        pass
    return list(mail.outbox)


@pytest.fixture(scope="module")
def mails(told: Life, django_db_blocker: DjangoDbBlocker) -> list[EmailMessage]:
    """All that leaves when nothing is changed; that it left is undone."""
    with django_db_blocker.unblock(), transaction.atomic(), time_machine.travel(NOW, tick=False):
        mail.outbox.clear()  # what another test sent
        brought = bring_everything()
        transaction.set_rollback(True)
    return brought


def things_in(message: EmailMessage, life: Life) -> set[Thing]:
    """Secrets anywhere in it but in the address on the envelope."""
    bodies = [str(part) for part, _kind in getattr(message, "alternatives", [])]
    return life.canaries.found_in(str(message.subject), str(message.body), *bodies)


def allowed_to(address: str, world: World) -> set[Thing]:
    people = Person.objects.filter(email=address).values_list("pk", flat=True)
    return {thing for who in people for hat in HATS for thing in readable_by(world, who, hat, NOW)}


@pytest.mark.slow
def test_no_mail_holds_what_its_reader_may_not_read(life: Life, mails: list[EmailMessage]) -> None:
    allowed = cache(partial(allowed_to, world=world_now()))
    leaks = [
        f"{life.name_of(thing)} to {message.to[0]}"
        for message in mails
        for thing in things_in(message, life) - allowed(message.to[0])
    ]
    assert leaks == []
    assert any(("post", life.posts["news"].pk) in things_in(message, life) for message in mails)


@pytest.mark.slow
def test_a_subject_tells_of_no_child_and_of_no_private_word_and_each_mail_has_one_reader(
    life: Life, mails: list[EmailMessage]
) -> None:
    """The title of news for a group may stand there; nothing about one child, and no answer."""
    for_many = {("post", post.pk) for post in life.posts.values() if not post.student}
    for message in mails:
        assert life.canaries.found_in(str(message.subject)) <= for_many
        assert len(message.recipients()) == 1


@pytest.mark.slow
def test_private_words_stand_only_in_a_mailbox_that_is_hers_alone(told: Life, life: Life) -> None:
    """A mailbox may be shared: then a mail about one child says only that there is something."""
    private = {("post", post.pk) for post in life.posts.values() if post.student}
    private |= {("comment", comment.pk) for comment in life.comments.values() if comment.is_private}
    cast = life.cast
    Person.objects.filter(pk=cast.cheryl.pk).update(email=cast.naima.email.upper())
    mails = bring_everything()
    read = {mail.to[0].lower() for mail in mails if things_in(mail, life) & private}
    assert cast.naima.email.lower() in {mail.to[0].lower() for mail in mails}
    assert cast.naima.email.lower() not in read
    assert read  # and others do read theirs


@pytest.mark.slow
def test_who_is_blocked_after_the_post_was_told_gets_nothing(told: Life, life: Life) -> None:
    cast = life.cast
    for child in (cast.yusuf, cast.lina, cast.adam):
        Restriction.objects.create(
            student=child,
            adult=cast.naima,
            kind="no_access",
            starts_on=TODAY,
            basis="-",
            entered_by=cast.marja,
        )
    mails = list(bring_everything())
    hers = [mail for mail in mails if mail.to[0] == cast.naima.email]
    assert {str(mail.subject) for mail in hers} <= OF_HER_OWN
    read = {thing for mail in hers for thing in life.canaries.found_in(str(mail.body))}
    assert read <= {("response", life.letters.heard["files of Naima"].pk)}  # her own words
    assert cast.rachid.email in {mail.to[0] for mail in mails}

"""What leaves for a telephone holds no secret; what it shows is only what its owner may open."""

import json
from uuid import UUID

import pytest
from django.urls import reverse

from driehoek.backbone.notifications.channels import sealing
from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.models import Delivery, PushSubscription
from driehoek.facts.people.models import Person, Restriction
from tests.cast import NOW, TODAY
from tests.oracle.canaries import Thing
from tests.oracle.life import Life
from tests.servers.push import Rung, push_service

READERS = ("naima", "rachid", "karin", "anouk")


pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("told")]


def rung() -> list[Delivery]:
    return list(Delivery.objects.filter(channel="push").select_related("notification"))


def shown_to(life: Life, person: Person, deliveries: list[Delivery]) -> dict[int, set[Thing]]:
    """Of each that this person gets an answer for: the secrets in it."""
    browser = life.cast.sign_in(person)
    asked = {
        one.pk: browser.get(reverse("notifications:ringing", args=[one.message_id])) for one in deliveries
    }
    return {key: life.canaries.found_in(said.text) for key, said in asked.items() if said.status_code == 200}


def test_a_ring_says_something_to_its_own_reader_alone(life: Life) -> None:
    deliveries = rung()
    assert {one.notification.person_id for one in deliveries} <= {
        getattr(life.cast, key).pk for key in READERS
    }
    for_many = {("post", post.pk) for post in life.posts.values() if not post.student}
    for key in READERS:
        person = getattr(life.cast, key)
        hers = {one.pk for one in deliveries if one.notification.person_id == person.pk}
        shown = shown_to(life, person, deliveries)
        assert shown.keys() <= hers
        assert all(secrets <= for_many for secrets in shown.values())
        assert shown or key == "karin" or not hers


def test_who_was_blocked_meanwhile_reads_nothing_of_the_child(life: Life) -> None:
    deliveries = rung()
    before = shown_to(life, life.cast.naima, deliveries)
    for child in (life.cast.yusuf, life.cast.lina, life.cast.adam):
        Restriction.objects.create(
            student=child, adult=life.cast.naima, kind="no_access", starts_on=TODAY, basis="-",
            entered_by=life.cast.marja,
        )  # fmt: skip
    after = shown_to(life, life.cast.naima, deliveries)
    assert before and not any(after.values()) and len(after) < len(before)


def sent_out(life: Life) -> list[Rung]:
    """Everything that happens in the cast's world, as the services and the telephones get it."""
    with push_service() as service:
        for phone in PushSubscription.objects.all():
            PushSubscription.objects.filter(pk=phone.pk).update(**service.subscription(f"{phone.pk}"))
        while deliver_due("push", clock=lambda: NOW):
            pass
    return service.rung


def secrets_in(one: Rung, life: Life) -> set[Thing]:
    return life.canaries.found_in(json.dumps([one.said, one.claims, one.path]), *one.headers.values())


def test_what_leaves_for_a_telephone_is_a_number_and_no_secret_of_anybody(life: Life) -> None:
    """T35."""
    sent = sent_out(life)
    assert {one.path for one in sent} == {f"/{phone.pk}" for phone in PushSubscription.objects.all()}
    for one in sent:
        assert not secrets_in(one, life) and one.size <= 2048
        assert one.said == {"id": str(UUID(one.said["id"]))}


@pytest.mark.once
def test_a_telephone_that_got_words_would_be_found_out(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    words, seal = next(iter(life.posts.values())).title, sealing.sealed
    monkeypatch.setattr(sealing, "sealed", lambda to, message: seal(to, f"{message} {words}"))  # type: ignore[arg-type]
    assert any(secrets_in(one, life) for one in sent_out(life))

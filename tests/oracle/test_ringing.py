"""What a telephone shows when it rings: only of what she was told herself, and what she may still open."""

import pytest
from django.urls import reverse

from driehoek.backbone.notifications.models import Delivery
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.people.models import Person, Restriction
from tests.cast import NOW, TODAY
from tests.oracle.canaries import Thing
from tests.oracle.life import Life

READERS = ("naima", "rachid", "karin", "anouk")


def rung(life: Life) -> list[Delivery]:
    while tell_due(NOW):
        pass
    return list(Delivery.objects.filter(channel="push").select_related("notification"))


def shown_to(life: Life, person: Person, deliveries: list[Delivery]) -> dict[int, set[Thing]]:
    """Of each that this person gets an answer for: the secrets in it."""
    browser = life.cast.sign_in(person)
    asked = {
        one.pk: browser.get(reverse("notifications:ringing", args=[one.message_id])) for one in deliveries
    }
    return {key: life.canaries.found_in(said.text) for key, said in asked.items() if said.status_code == 200}


@pytest.mark.slow
def test_a_ring_says_something_to_its_own_reader_alone(life: Life) -> None:
    deliveries = rung(life)
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


@pytest.mark.slow
def test_who_was_blocked_meanwhile_reads_nothing_of_the_child(life: Life) -> None:
    deliveries = rung(life)
    before = shown_to(life, life.cast.naima, deliveries)
    for child in (life.cast.yusuf, life.cast.lina, life.cast.adam):
        Restriction.objects.create(
            student=child, adult=life.cast.naima, kind="no_access", starts_on=TODAY, basis="-",
            entered_by=life.cast.marja,
        )  # fmt: skip
    after = shown_to(life, life.cast.naima, deliveries)
    assert before and not any(after.values()) and len(after) < len(before)

"""SMS: the same code by another road, only where an installation has a provider for it."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from driehoek.facts.people.models import Person
from tests.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]
SENT: list[tuple[str, str]] = []


class Provider:
    """What an installation writes for its own provider."""

    def text(self, number: str, words: str, *, reference: str) -> None:
        SENT.append((number, words))


def test_without_a_provider_a_mobile_number_is_no_address(cast: Cast) -> None:
    answer = Client().post(reverse("entry:signin"), {"address": "06 12345678"})
    assert answer.status_code == 422 and mail.outbox == []


def test_with_a_provider_the_digits_come_by_sms_and_work(cast: Cast, settings: Settings) -> None:
    settings.SMS = f"{__name__}.Provider"
    Person.objects.filter(pk=cast.naima.pk).update(mobile="06-12345678")
    SENT.clear()
    browser = Client()
    assert browser.post(reverse("entry:signin"), {"address": "0612345678"}).status_code == 302
    ((number, words),) = SENT
    found = re.search(r"\b\d{6}\b", words)
    assert number == "+31612345678" and found and mail.outbox == []
    browser.post(reverse("entry:code"), {"code": found[0]})
    assert int(browser.session["_auth_user_id"]) == cast.naima.pk

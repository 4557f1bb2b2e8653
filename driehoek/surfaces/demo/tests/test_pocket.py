"""In the demo text messages stay in a file: one reads them and texts back."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

from driehoek.backbone.notifications.channels import sms
from driehoek.backbone.notifications.channels.roads import ROADS
from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.sms.models import SmsStop
from driehoek.facts.people.models import Person
from driehoek.features.alerts.tests.sent import sent
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
PHONE = "/demo/postbus/telefoon/31612345678/"


@pytest.fixture(autouse=True)
def pocket(cast: Cast, settings: LazySettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.VAR, settings.SMS = tmp_path, "driehoek.surfaces.demo.pocket.Pocket"
    monkeypatch.setitem(ROADS, "sms", sms)
    Person.objects.update(mobile="")
    Person.objects.filter(pk=cast.naima.pk).update(mobile="0612345678")


def test_what_leaves_lies_on_the_telephone_and_in_the_post_box(cast: Cast, client: Client) -> None:
    sent(cast)
    tell_due(NOW)
    deliver_due("sms", clock=lambda: NOW)
    assert cast.naima.full_name in client.get("/demo/postbus/").text
    page = client.get(PHONE).text
    assert "De Vlieger: Wij zijn dicht" in page and "/dringend/de-vlieger/" in page


def test_one_texts_back_and_reads_the_answer(cast: Cast, client: Client) -> None:
    page = client.post(PHONE, {"text": "STOP"}, follow=True).text
    assert "STOP" in page and "geen sms meer" in page
    assert SmsStop.objects.get().number == "+31612345678"


def test_nothing_is_no_message_and_a_word_is_no_number(cast: Cast, client: Client) -> None:
    empty = client.post(PHONE, {"text": "  "})
    assert empty.status_code == 422 and "Schrijf eerst iets." in empty.text
    assert client.get("/demo/postbus/telefoon/secret-key/").status_code == 404

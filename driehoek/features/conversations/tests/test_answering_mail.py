"""Yes to the time that school proposes, from the mail."""

import pytest
from django.core import mail
from django.test import Client

from driehoek.backbone.notifications.tests.steps import answers_in, bring
from driehoek.features.conversations.models import Agreement, Proposal
from driehoek.features.conversations.tests.test_talk_and_leave import propose, wished
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db


def test_a_time_is_agreed_from_the_mail_and_only_the_time_she_saw(cast: Cast) -> None:
    talk = wished(cast)
    propose(cast, talk)
    bring(NOW)
    (sent,) = [one for one in mail.outbox if one.to == [cast.naima.email]]
    ((key, path),) = answers_in(str(sent.body)).items()
    assert "15:30" in Client().get(path).content.decode()
    propose(cast, talk, "2026-11-25T09:00")
    assert Client().post(path, {"answer": key}).status_code == 422
    assert not Agreement.objects.exists()
    Client().post(path, {"answer": f"ja-{Proposal.objects.get().pk}"})
    assert Agreement.objects.get().by == cast.naima
    assert "Afgesproken." in Client().get(path).content.decode()

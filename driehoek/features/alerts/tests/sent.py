"""An urgent notice as the head of De Vlieger sends it, for these tests."""

import datetime as dt
import uuid
from typing import Any  # what a form holds

from django.test import Client
from django.urls import reverse

from driehoek.base.core.clock import at
from driehoek.facts.schools.models import Group
from driehoek.features.alerts.models import Alert, What, Why
from driehoek.features.alerts.models.alert import Said
from tests.cast import NOW, TODAY, Cast

MIDNIGHT = at(TODAY + dt.timedelta(days=1), dt.time())
SNOW = "Er ligt te veel sneeuw. De opvang is ook dicht."


def filled_in(**other: Any) -> dict[str, Any]:
    said = {"what": "closed", "text": SNOW, "why": "weather", "until": "today", "token": str(uuid.uuid4())}
    return said | other


def new(cast: Cast) -> str:
    return reverse("alerts:new", args=[cast.vlieger.pk])


def post(browser: Client, cast: Cast, **other: Any) -> Alert:
    """Through the front door."""
    answer = browser.post(new(cast), filled_in(send="on") | other)
    assert answer.status_code == 302, answer.text
    return Alert.objects.latest("pk")


def sent(cast: Cast, *groups: Group, now: dt.datetime = NOW, **other: Any) -> Alert:
    words: dict[str, Any] = {"what": What.CLOSED, "text": SNOW, "until": MIDNIGHT}
    said = Said(**words | other)
    return Alert.send(cast.vlieger, groups, said, token=uuid.uuid4(), why=Why.WEATHER, by=cast.joris, at=now)

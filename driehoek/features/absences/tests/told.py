"""Shorthand for the stories: filling in the form, and a report that stands."""

import datetime as dt
import uuid

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from driehoek.facts.people.models import Person
from driehoek.features.absences import reporting
from driehoek.features.absences.models import Absence, Reason
from driehoek.features.absences.reporting import Said
from tests.cast import NOW, TODAY

A_DAY = dt.timedelta(days=1)
MORNING = NOW.replace(hour=7, minute=40)


def send(browser: Client, *children: Person, **words: object) -> HttpResponse:
    """Press the button of the form, with what it says of itself unless the story says otherwise."""
    said = {"token": str(uuid.uuid4()), "reason": "ill", "day": TODAY.isoformat()}
    chosen = [str(child.pk) for child in children]
    return browser.post(reverse("absences:report"), {"children": chosen} | said | words)  # type: ignore[return-value]


def ill(child: Person, *, by: Person, since: dt.date = TODAY, at: dt.datetime = MORNING) -> Absence:
    """Reported ill, until somebody says better."""
    said = Said(Reason.ILL, since, None)
    report = reporting.report([child], said, token=uuid.uuid4(), by=by, at=at)
    return Absence.objects.filter(report=report).get()

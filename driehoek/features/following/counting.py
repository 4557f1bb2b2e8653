"""Agreements that decide something today."""

import datetime as dt

from django.db.models import Exists, OuterRef

from driehoek.backbone.access.models.seat import deciding
from driehoek.facts.looking.models import LookAlong, Objection
from driehoek.facts.looking.models.agreement import LookAlongQuerySet


def counting(day: dt.date) -> LookAlongQuerySet:
    """In force, and with something to say."""
    return unrefused(day).in_force()


def unrefused(day: dt.date) -> LookAlongQuerySet:
    """Of a student who does not decide herself yet and does not object to this guardian."""
    pair = {"student": OuterRef("student"), "guardian": OuterRef("guardian")}
    refused = Objection.objects.standing().filter(**pair)
    young = LookAlong.objects.exclude(student__in=deciding(day).values("student"))
    return young.exclude(Exists(refused))

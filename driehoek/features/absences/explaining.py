"""Saying in one tap why a child is not there, when school asks."""

import datetime as dt

from django.db import transaction

from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.features.absences.models import Absence, Reason, Report

WHYS = (Reason.ILL, Reason.DOCTOR, Reason.LATE, Reason.OTHER)


def whys_of(absence: Absence, now: dt.datetime) -> tuple[Reason, ...]:
    """What can be said of it; after the last bell nobody comes later."""
    return tuple(why for why in WHYS if why != Reason.LATE or not absence.is_over(now))


@transaction.atomic
def explain(absence: Absence, why: str, *, by: Person, at: dt.datetime) -> None:
    """Who answers first, answers. An illness that begins today lasts until somebody says better; of an
    earlier day, or of one lesson, it is over."""
    if absence.is_unexplained:
        told = Report.objects.create(by=by, at=at)
        absence.explain(why, report=told, open_end=absence.starts_with(day_of(at)))

"""Saying in one tap why a child is not there, when school asks."""

import datetime as dt

from django.db import transaction

from driehoek.facts.people.models import Person
from driehoek.features.absences.models import Absence, Reason, Report

WHYS = (Reason.ILL, Reason.DOCTOR, Reason.LATE, Reason.OTHER)


@transaction.atomic
def explain(absence: Absence, why: str, *, by: Person, at: dt.datetime) -> None:
    """Who answers first, answers. An illness then lasts until somebody says better."""
    if absence.is_unexplained:
        told = Report.objects.create(by=by, at=at)
        absence.explain(why, report=told, open_end=True)

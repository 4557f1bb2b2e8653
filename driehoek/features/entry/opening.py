"""What a session at work opens: all of it, or the work of the boards whose schools let her in this way."""

import datetime as dt

from django.db.models import QuerySet
from django.http import HttpRequest

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment
from driehoek.features.entry.models import Demand, Provider

SIGN_ON = "sign_on"  # in a session: the board by whose provider she came in


def came_by_provider(request: HttpRequest) -> bool:
    """Then she is at work and nowhere else: an employer's word does not open what is hers at home."""
    return SIGN_ON in request.session


def boards_open(person: Person, *, sign_on: int | None, day: dt.date) -> list[int] | None:
    """The boards whose work is open to her: of one alone by its provider; otherwise all, but for those where
    a school asks for the provider. None: all there are."""
    if sign_on is not None:
        return [sign_on]
    jobs = Appointment.objects.on(day).filter(person=person)
    closed = set(jobs.filter(school__in=_demanding()).values_list("board", flat=True))
    return sorted(set(jobs.values_list("board", flat=True)) - closed) if closed else None


def is_closed_to_passwords(person: Person, *, day: dt.date) -> bool:
    """Whether each board she works for wants to see its own provider."""
    return boards_open(person, sign_on=None, day=day) == []


def _demanding() -> QuerySet[Demand, int]:
    """Without a provider a demand would keep everybody out, so it counts for nothing."""
    return Demand.objects.filter(school__board__in=Provider.objects.values("board")).values_list(
        "school", flat=True
    )

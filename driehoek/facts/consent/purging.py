"""The one door out of the ledger: the chain of a child who left every school five years ago (decision 71)."""

import datetime as dt

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, QuerySet

from driehoek.facts.consent.models import ConsentAnswer, ConsentPurge, CurrentAnswer
from driehoek.facts.people.models import Person
from driehoek.facts.schools.leaving import left_by, years_before
from driehoek.facts.schools.models import Enrolment

YEARS = 5  # in which a claim can come, from the day on which she left


class NotYet(Exception):
    """She is still here, or left not long enough ago."""


def due(day: dt.date) -> QuerySet[Person]:
    """Children with answers whose time is over: they left every school here, so of the board."""
    answered = ConsentAnswer.objects.filter(student=OuterRef("pk"))
    return left_by(years_before(day, YEARS)).filter(Exists(answered)).order_by("pk")


@transaction.atomic
def purge(student: Person, *, by: Person | None, at: dt.datetime, day: dt.date) -> ConsentPurge:
    """Her chain or nothing. First the row that says so, then what it lets through. Raises NotYet."""
    Person.objects.select_for_update().get(pk=student.pk)  # nobody answers meanwhile
    if not due(day).filter(pk=student.pk).exists():
        raise NotYet
    chain = ConsentAnswer.objects.filter(student=student)
    last = chain.order_by("-number")[0]
    row = ConsentPurge.objects.create(
        student=student, answers=chain.count(), last_hash=last.hash,
        last_answer=chain.aggregate(key=Max("pk"))["key"], left_on=left_on(student), by=by, at=at,
    )  # fmt: skip
    CurrentAnswer.objects.filter(student=student).delete()
    chain.delete()
    return row


def left_on(student: Person) -> dt.date:
    """Her last day at any school."""
    last: dt.date = Enrolment.objects.filter(student=student).aggregate(day=Max("ends_on"))["day"]
    return last

"""Whether a child may be shown, today, for one purpose. The law's rule, as a query and in plain words.

Under 16 those with custody decide: one yes is enough, one no wins (joint custody: a school may rely on one
parent until the other objects). From 16 the student decides (UAVG art. 5); until she does, the old value
stays. No answer means no.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any  # the values query of one column

from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, Subquery

from driehoek.facts.consent.models import CurrentAnswer
from driehoek.facts.people.ages import OWN_IMAGE_AT, born_after
from driehoek.facts.people.models import Guardianship, Person
from driehoek.facts.people.models.guardianship import DECIDING


def may_be_shown(purpose: str, *, on: dt.date) -> QuerySet[Person, Any]:
    """Everyone who may be shown that day, for a filter: `student__in=may_be_shown(...)`."""
    said = verdict(student=OuterRef("pk"), purpose=purpose, on=on)
    return Person.objects.alias(said=said).filter(Q(said=True)).values("pk")


def verdict(*, student: OuterRef, purpose: "str | OuterRef", on: dt.date) -> Subquery:
    """What counts for one student that day: True, False, or None while nobody who decides has answered.

    It is the first of the answers that count: the student's own before those of guardians, a no before a yes.
    """
    deciding = Guardianship.objects.on(on).filter(kind__in=DECIDING)
    guardian = Exists(deciding.filter(guardian=OuterRef("by"), student=OuterRef("student")))
    own = Q(by=F("student"), student__birth_date__lte=born_after(on, OWN_IMAGE_AT))
    counting = CurrentAnswer.objects.filter(own | guardian, student=student, purpose=purpose)
    own_first = ExpressionWrapper(own, output_field=BooleanField()).desc()
    return Subquery(counting.order_by(own_first, "shown").values("shown")[:1])


def of_age(day: dt.date) -> Q:
    """Those who decide about their own photos. Without a birth date one counts as a child."""
    return Q(birth_date__isnull=False, birth_date__lte=born_after(day, OWN_IMAGE_AT))


def shown(*, guardians: Mapping[int, bool | None], own: bool | None, age: int | None) -> bool:
    """The same rule in plain Python: what each guardian with custody says, what the student says, her age."""
    if age is not None and age >= OWN_IMAGE_AT and own is not None:
        return own
    said = set(guardians.values())
    return True in said and False not in said

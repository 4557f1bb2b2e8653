"""Whether a child may be shown, today, for one purpose. The law's rule, as a query and in plain words.

Under 16 those with custody decide: one yes is enough, one no wins (joint custody: a school may rely on one
parent until the other objects). From 16 the student decides (UAVG art. 5); until she does, the old value
stays. No answer means no.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any  # the values query of one column

from django.db.models import Exists, OuterRef, Q, QuerySet

from driehoek.facts.consent.models import CurrentAnswer
from driehoek.facts.people.ages import OWN_IMAGE_AT, born_after
from driehoek.facts.people.models import Guardianship, Person
from driehoek.facts.people.models.guardianship import DECIDING


def may_be_shown(purpose: str, *, on: dt.date) -> QuerySet[Person, Any]:
    """Everyone who may be shown that day, for a filter: `student__in=may_be_shown(...)`."""
    said = CurrentAnswer.objects.filter(student=OuterRef("pk"), purpose=purpose)
    own = said.filter(by=OuterRef("pk"))
    deciding = Guardianship.objects.on(on).filter(kind__in=DECIDING)
    guardians = said.filter(Exists(deciding.filter(guardian=OuterRef("by"), student=OuterRef("student"))))
    decided_herself = of_age(on) & Exists(own)
    return Person.objects.filter(
        (decided_herself & Exists(own.filter(shown=True)))
        | (~decided_herself & Exists(guardians.filter(shown=True)) & ~Exists(guardians.filter(shown=False)))
    ).values("pk")


def of_age(day: dt.date) -> Q:
    """Those who decide about their own photos. Without a birth date one counts as a child."""
    return Q(birth_date__isnull=False, birth_date__lte=born_after(day, OWN_IMAGE_AT))


def shown(*, guardians: Mapping[int, bool | None], own: bool | None, age: int | None) -> bool:
    """The same rule in plain Python: what each guardian with custody says, what the student says, her age."""
    if age is not None and age >= OWN_IMAGE_AT and own is not None:
        return own
    said = set(guardians.values())
    return True in said and False not in said

"""Whether a child may be shown, today, for one purpose. The law's rule, as a query and in plain words.

Under 16 those with custody decide: one yes is enough, one no wins (joint custody: a school may rely on one
parent until the other objects). From 16 the student decides (UAVG art. 5); until she does, the old value
stays. No answer means no.

Nothing that ends makes a photo visible: a no stands when its speaker is blocked, and when his custody has
ended until someone who decides says yes after that. So an import or a block never shows a child.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any  # the values query of one column

from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, Subquery

from driehoek.facts.consent.models import CurrentAnswer, custody
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
    tie = {"guardian": OuterRef("by"), "student": OuterRef("student")}
    decides = Exists(Guardianship.objects.on(on).filter(kind__in=DECIDING, **tie))
    decided = Exists(custody(starts_on__lte=on).filter(**tie))
    own = Q(by=F("student"), student__birth_date__lte=born_after(on, OWN_IMAGE_AT))
    counting = CurrentAnswer.objects.filter(
        own | Q(decides, shown=True) | Q(decided, shown=False), student=student, purpose=purpose
    )
    own_first = ExpressionWrapper(own, output_field=BooleanField()).desc()
    return Subquery(counting.order_by(own_first, "shown").values("shown")[:1])


def of_age(day: dt.date) -> Q:
    """Those who decide about their own photos. Without a birth date one counts as a child."""
    return Q(birth_date__isnull=False, birth_date__lte=born_after(day, OWN_IMAGE_AT))


def shown(
    *,
    deciding: Mapping[int, bool | None],
    former: Mapping[int, bool | None] | None = None,
    own: bool | None = None,
    age: int | None,
) -> bool:
    """The same rule in plain Python. `deciding`: what each guardian who decides today says. `former`: what
    those say who are blocked, or whose custody ended and whom no yes has followed since."""
    if age is not None and age >= OWN_IMAGE_AT and own is not None:
        return own
    return True in deciding.values() and False not in {*deciding.values(), *(former or {}).values()}

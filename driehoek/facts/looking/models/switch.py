"""Which kinds of information a school opens to guardians, for the whole school or for one year layer."""

import datetime as dt

from django.db import models
from django.db.models import Case, Exists, Expression, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from driehoek.facts.people.kinds import InformationKind
from driehoek.facts.people.models import Person
from driehoek.facts.schools.layers import WHOLE_SCHOOL
from driehoek.facts.schools.models import Enrolment, GroupKind, School, Sector

# Until the school opens it: of a young child a mark is told in a talk, and not found on a telephone.
# Before and after school nobody gives any.
CLOSED_AT_FIRST = {InformationKind.RESULTS: frozenset({Sector.PRIMARY, Sector.CHILDCARE})}


class KindSwitch(models.Model):
    """One deviation from what is open at first. A layer wins over the whole school."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    layer = models.PositiveSmallIntegerField(default=WHOLE_SCHOOL)  # as Group.layer has it
    kind = models.CharField(max_length=12, choices=InformationKind.choices)
    is_open = models.BooleanField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["school", "layer", "kind"], name="one_switch_a_kind_and_layer")
        ]


def shuts(kind: str) -> Q:
    """On enrolments: the school keeps this kind to itself and the student, in that class."""
    counts = Q(layer=WHOLE_SCHOOL) | Q(layer=OuterRef("group__layer"))
    switches = KindSwitch.objects.filter(counts, school=OuterRef("group__school"), kind=kind)
    said: Expression | Subquery = Subquery(switches.order_by("-layer").values("is_open")[:1])
    if sectors := CLOSED_AT_FIRST.get(InformationKind(kind)):
        # before and after school: her class decides
        closed = Q(group__school__sector__in=sectors) & ~Q(group__kind=GroupKind.CARE)
        said = Coalesce(said, Case(When(closed, then=False), default=True))
    return Q(Exact(said, False))


def opened(kind: str, day: dt.date) -> "QuerySet[Enrolment]":
    """Where somebody sits that day, at a school that shuts this kind in no class of hers."""
    here = Enrolment.objects.on(day)
    same = {"student": OuterRef("student"), "group__school": OuterRef("group__school")}
    return here.filter(~Exists(here.filter(shuts(kind), **same)))


def opens_at_first(kind: InformationKind, school: School) -> bool:
    return school.sector not in CLOSED_AT_FIRST.get(kind, ())

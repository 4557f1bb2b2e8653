"""More of the vocabulary of the policy: who speaks for a child, and whose data the office keeps."""

from typing import Any

from django.db.models import Q, QuerySet

from driehoek.backbone.access.models.seat import OF_AGES
from driehoek.backbone.access.rules.children import students_led_by
from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.ages import OWN_ADDRESS_AT, born_after
from driehoek.facts.people.models import Guardianship, Protection
from driehoek.facts.schools.models import Enrolment


def speaks_for(student: str = "student") -> Rule:
    """Whoever reports this child: a guardian who answers for her, and from the age at which the law or her
    school lets her, she herself and nobody else."""
    theirs, own = f"{student}__in", Rule(lambda me: Q(**{f"{student}__in": me.self_as_student()}))
    guardian = Rule(lambda me: Q(**{theirs: me.decides_for()}))
    grown_up = Rule(lambda me: Q(**{theirs: _grown_up(me)}))
    still_young = Rule(lambda me: ~Q(**{theirs: _grown_up(me)}))
    return (guardian & still_young) | (own & grown_up)


def _grown_up(me: Viewer) -> QuerySet[Enrolment, Any]:
    """Of the children of this family: those who speak for themselves at their school."""
    sits = Enrolment.objects.on(me.today).filter(student__in=me.decides_for() | me.self_as_student())
    of_age = Q(pk__in=[])
    for age in OF_AGES:
        born = Q(student__birth_date__lte=born_after(me.today, age))
        of_age |= born & Q(group__school__guardians_until_age=age)
    return sits.filter(of_age).values("student")


def _families_led(me: Viewer) -> Q:
    """Students at the schools this person leads, and their guardians, not herself; of a protected child only
    by who may know that child, whatever other children the guardian has there."""
    students = students_led_by(me)
    led = Guardianship.objects.filter(student__in=students).values("guardian")
    unknown = Protection.objects.exclude(student__in=students).values("student")
    hidden = Guardianship.objects.filter(student__in=unknown).values("guardian")
    theirs = Q(person__in=led) | Q(person__in=students)
    return theirs & ~Q(person__in=hidden) & ~Q(person__in=unknown) & ~Q(person=me.person)


families_led = Rule(_families_led)


def _has_an_address(me: Viewer) -> Q:
    """Herself, as a guardian of a child she may see, or as a student from sixteen."""
    guardian = Guardianship.objects.filter(guardian=me.person, student__in=me.wards()).values("guardian")
    born = born_after(me.today, OWN_ADDRESS_AT)
    return Q(pk__in=guardian) | Q(pk__in=me.self_as_student(), birth_date__lte=born)


def _hides(me: Viewer) -> Q:
    """Herself or a child of hers: with such a family nobody puts an address on paper here."""
    wards = Guardianship.objects.filter(guardian=me.person, student__protection__isnull=False)
    return ~Q(pk__in=wards.values("guardian")) & Q(protection=None)


has_an_address = Rule(_has_an_address)
hides_nowhere = Rule(_hides)

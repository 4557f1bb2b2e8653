"""Rules about one child: her guardians, herself, and her staff."""

from typing import Any

from django.db.models import Q, QuerySet

from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.ages import OWN_IMAGE_AT, born_after
from driehoek.facts.people.models import Guardianship, ProtectionReader, Restriction
from driehoek.facts.people.models.guardianship import DECIDING
from driehoek.facts.schools.models import GROUP_FUNCTIONS, Enrolment, Function

LEADERS = (Function.HEAD, Function.OFFICE)


def about(student: str = "student") -> dict[str, Rule]:
    """The three corners around the child that a field names: guardian, the student herself, her staff."""
    return {
        "guardian": Rule(lambda me: Q(**{f"{student}__in": me.wards()})),
        "decider": Rule(lambda me: Q(**{f"{student}__in": me.decides_for()})),
        "told": Rule(lambda me: Q(**{f"{student}__in": me.hears_of()})),  # what school says about the child
        "self": Rule(lambda me: Q(**{f"{student}__in": me.self_as_student()})),
        "staff": Rule(lambda me: Q(**{f"{student}__in": pupils_of(me)})),
    }


with_custody = Rule(lambda me: Q(pk__in=_in_custody(me)))
decides_about_own_photos = Rule(lambda me: Q(birth_date__lte=born_after(me.today, OWN_IMAGE_AT)))
too_young_to_decide = Rule(
    lambda me: Q(birth_date=None) | Q(birth_date__gt=born_after(me.today, OWN_IMAGE_AT))
)


def _in_custody(me: Viewer) -> QuerySet[Guardianship, Any]:
    """Children for whom the law lets this person decide: a parent with custody, a foster parent."""
    mine = Guardianship.objects.on(me.today).filter(guardian=me.person, kind__in=DECIDING)
    return mine.values("student")


# Whoever teaches or cares for the child of a row; leaders and others of the school do not.
def taught(student: str) -> Rule:
    return Rule(lambda me: Q(**{f"{student}__in": _taught_by(me)}))


teaches = taught("student")


def _taught_by(me: Viewer) -> QuerySet[Enrolment, Any]:
    groups = me.groups(functions=GROUP_FUNCTIONS)
    pupils = Enrolment.objects.on(me.today).filter(group__in=groups) if groups else Enrolment.objects.none()
    return pupils.values("student")


def pupils_of(me: Viewer) -> QuerySet[Enrolment, Any]:  # the values query of one column
    """Students in the groups this person works for; a protected child only for colleagues who were named."""
    groups, schools = me.groups(functions=GROUP_FUNCTIONS), me.schools(functions=LEADERS)
    if not groups and not schools:
        return Enrolment.objects.none().values("student")
    pupils = Enrolment.objects.on(me.today).filter(Q(group__in=groups) | Q(group__school__in=schools))
    named = ProtectionReader.objects.filter(person=me.person).values("protection")
    pupils = pupils.filter(Q(student__protection=None) | Q(student__protection__in=named))
    return pupils.exclude(student__in=kept_from(me)).values("student")


def kept_from(me: Viewer) -> QuerySet[Restriction, Any]:
    """Children this person must not come near: a block counts at work too, and beats every function."""
    mine = Restriction.objects.on(me.today).filter(adult=me.person, kind=Restriction.Kind.NO_ACCESS)
    return mine.values("student")


def family_of(me: Viewer) -> QuerySet[Guardianship, Any]:
    """Children of whom she is or was a guardian, whatever became of it: an end never opens anything."""
    return Guardianship.objects.filter(guardian=me.person).values("student")


def students_led_by(me: Viewer) -> QuerySet[Enrolment, Any]:
    """Students, also those still to come, at the schools this person leads; never of her own family. A
    protected child: the head, and the colleagues who were named."""
    led = Enrolment.objects.filter(Q(ends_on=None) | Q(ends_on__gte=me.today)).filter(
        group__school__in=me.schools(functions=LEADERS)
    )
    named = ProtectionReader.objects.filter(person=me.person).values("protection")
    open_to_me = Q(student__protection=None) | Q(student__protection__in=named)
    heads = Q(group__school__in=me.schools(functions=[Function.HEAD]))
    return (
        led.filter(open_to_me | heads)
        .exclude(student__in=kept_from(me))
        .exclude(student__in=family_of(me))
        .values("student")
    )


def guardians_led_by(me: Viewer) -> Q:
    """For the office: the guardians of the children it may know."""
    if not me.schools(functions=LEADERS):
        return Q(pk__in=[])
    theirs = Guardianship.objects.on(me.today).filter(student__in=pupils_of(me))
    return Q(pk__in=theirs.values("guardian"))

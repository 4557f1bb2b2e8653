"""Who mentors a student."""

import datetime as dt

from django.db.models import Q, QuerySet

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment, Enrolment, Function, GroupKind, Sector

MENTORS = (  # on appointments; as the policy has it for a viewer (rules/inviting.py)
    Q(function=Function.MENTOR)
    | Q(function=Function.TEACHER, group__kind=GroupKind.CLASS, group__school__sector=Sector.PRIMARY)
    | Q(function=Function.CAREER_COACH, group__school__sector=Sector.VOCATIONAL)
)


def mentors_of(student: int, day: dt.date) -> QuerySet[Person]:
    """Whoever tells that day how she is doing; whether each may know of something is asked elsewhere."""
    groups = Enrolment.objects.on(day).filter(student=student).values("group")
    work = Appointment.objects.on(day).filter(MENTORS, group__in=groups)
    return Person.objects.filter(pk__in=work.values("person"))

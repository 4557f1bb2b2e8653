"""Who mentors a student."""

import datetime as dt

from django.db.models import QuerySet

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import MENTORING, Appointment, Enrolment


def mentors_of(student: int, day: dt.date) -> QuerySet[Person]:
    """Whoever tells that day how she is doing; whether each may know of something is asked elsewhere."""
    groups = Enrolment.objects.on(day).filter(student=student).values("group")
    work = Appointment.objects.on(day).filter(group__in=groups, function__in=MENTORING)
    return Person.objects.filter(pk__in=work.values("person"))

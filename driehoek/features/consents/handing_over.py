"""The birthday on which a student begins to decide about her own photos."""

import datetime as dt

from django.db.models import Exists, OuterRef, QuerySet

from driehoek.backbone.access.viewer import AMSTERDAM
from driehoek.facts.consent.effective import of_age
from driehoek.facts.consent.models import CurrentAnswer
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment
from driehoek.features.consents.models import Handover


def hand_over(now: dt.datetime) -> int:
    """Tell every student who is sixteen by now and does not know yet. The answers that were given stay."""
    students = list(untold(now.astimezone(AMSTERDAM).date()))
    for student in students:
        Handover.tell(student, at=now)
    return len(students)


def untold(day: dt.date) -> QuerySet[Person]:
    """Students of sixteen whose photos someone else decided about until now."""
    decided = CurrentAnswer.objects.filter(student=OuterRef("pk")).exclude(by=OuterRef("pk"))
    return Person.objects.filter(
        of_age(day),
        Exists(Enrolment.objects.on(day).filter(student=OuterRef("pk"))),
        Exists(decided),
        ~Exists(Handover.objects.filter(student=OuterRef("pk"))),
    )

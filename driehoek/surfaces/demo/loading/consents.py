"""What families answered about photos: nearly all of them yes, some no, some not yet."""

import datetime as dt

from driehoek.facts.consent.models import answer
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.ages import OWN_IMAGE_AT
from driehoek.facts.people.models import Guardianship, Person
from driehoek.facts.people.models.guardianship import DECIDING
from driehoek.facts.schools.models import Enrolment
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.sources import read

ASKED = (Purpose.CLASS_APP, Purpose.SCHOOL_APP, Purpose.NEWSLETTER)
NOT_YET = 17  # one child in so many has no answer, outside groep 5


def answer_all(people: People, now: dt.datetime, day: dt.date) -> None:
    """One answer a child and a purpose, from whoever may decide; both parents where that matters."""
    said = read("office.toml")["photos"]
    refused = {people[key].pk for key in said["no"]}
    answered = {people[key].pk for key in said["always_answered"]} | refused
    for number, student in enumerate(students(day)):
        if student.pk in answered or number % NOT_YET != NOT_YET - 1:
            give(student, shown=student.pk not in refused, at=now, day=day)
    for key, adult in said["other_parent_says_no"].items():
        for purpose in ASKED:
            answer(people[key], purpose, shown=False, by=people[adult], at=now)


def students(day: dt.date) -> list[Person]:
    enrolled = Enrolment.objects.on(day).values("student")
    return list(Person.objects.filter(pk__in=enrolled).order_by("pk"))


def give(student: Person, *, shown: bool, at: dt.datetime, day: dt.date) -> None:
    """From sixteen the student answers herself."""
    deciding = Guardianship.objects.on(day).filter(student=student, kind__in=DECIDING)
    first = deciding.order_by("pk").select_related("guardian").first()
    own = (student.age(day) or 0) >= OWN_IMAGE_AT
    by = student if own else first.guardian if first else None
    if by is not None:
        for purpose in ASKED:
            answer(student, purpose, shown=shown, by=by, at=at)

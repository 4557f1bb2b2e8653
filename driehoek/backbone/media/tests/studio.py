"""Photos of groep 5, and families who said yes, for the tests of this package."""

import datetime as dt

from driehoek.backbone.media.checking import answer_check, exceptions, place
from driehoek.backbone.media.models import Photo
from driehoek.facts.consent.effective import may_be_shown
from driehoek.facts.consent.models import answer
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Guardianship, Person
from driehoek.facts.people.models.guardianship import DECIDING
from driehoek.facts.schools.models import Enrolment, Group
from tests.cast import NOW, TODAY, Cast

BEFORE = NOW - dt.timedelta(days=60)


def everyone_says_yes(
    group: Group, *, but: tuple[Person, ...] = (), purpose: str = Purpose.CLASS_APP
) -> None:
    """One guardian of each child says yes; for those in `but` nobody says anything."""
    for student in pupils(group):
        if student not in but:
            answer(student, purpose, shown=True, by=deciders(student)[0], at=BEFORE)


def pupils(group: Group) -> list[Person]:
    enrolled = Enrolment.objects.on(TODAY).filter(group=group)
    return list(Person.objects.filter(pk__in=enrolled.values("student")))


def deciders(student: Person) -> list[Person]:
    rows = Guardianship.objects.on(TODAY).filter(student=student, kind__in=DECIDING).order_by("pk")
    return [row.guardian for row in rows.select_related("guardian")]


def a_photo(cast: Cast, **fields: object) -> Photo:
    """A row without files, which is all that most rules look at."""
    group = fields.pop("group", cast.groep_5)
    taken_on = fields.pop("taken_on", TODAY)
    photo = Photo.objects.create(
        school=group.school, uploaded_by=cast.anouk, width=1600, height=1200, colour="#808080",
        created_at=NOW, **fields,
    )  # fmt: skip
    place([photo], [group], taken_on=taken_on)
    return photo


def a_checked_photo(cast: Cast, *, present: tuple[Person, ...] = (), **fields: object) -> Photo:
    """Somebody answered for every child who may not be shown: only these are on it."""
    photo = a_photo(cast, **fields)
    asked = exceptions([fields.get("group", cast.groep_5)], photo.purpose, TODAY)
    on_it = {student.pk: {photo.pk} if student in present else set() for student in asked}
    answer_check([photo], on_it, by=cast.anouk, at=NOW)
    return Photo.objects.get(pk=photo.pk)


def may_show(student: Person, day: dt.date = TODAY) -> bool:
    return may_be_shown(Purpose.CLASS_APP, on=day).filter(pk=student.pk).exists()

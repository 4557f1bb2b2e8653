"""Who left: the person becomes a key without a name (decisions 71 and 90)."""

import datetime as dt

from django.apps import apps
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from driehoek.backbone.journal.models import Forgotten
from driehoek.base.core.clock import day_of
from driehoek.facts.looking.models import ExtraLook, LookAlong, Objection
from driehoek.facts.people.models import (
    Guardianship,
    NearPerson,
    Person,
    Portrait,
    Protection,
    Restriction,
    StudentGrant,
)
from driehoek.facts.schools.leaving import left_by, years_before
from driehoek.facts.schools.models import Appointment, Enrolment, ExternalKey

STUDENTS = 2  # years after the last day at any school: the term of a pupil's file
COLLEAGUES = 5  # years after the last appointment: what they decided may still be asked about
ABOUT_HER = (Restriction, Protection, NearPerson, StudentGrant, LookAlong, ExtraLook, Objection)
HERS = {  # rows of one person alone, in packages that this one may not import, and how they name her
    "notifications.preference": "person", "entry.device": "person", "mfa.authenticator": "user",
    "moderation.acceptance": "person", "translation.helper": "person", "introductions.trait": "person",
    "introductions.sharing": "person", "languages.interpreterrequest": "person", "schools.leave": "person",
    "newsletters.editor": "person", "entry.workaccount": "person",
}  # fmt: skip
KNOWN_BY = (
    (Guardianship, "guardian"),
    (Appointment, "person"),
    (Enrolment, "student"),
    (Restriction, "adult"),
)
NOBODY = {
    "given_name": "", "infix": "", "family_name": "", "called": "", "birth_date": None, "email": "",
    "mobile": "", "login_name": None, "password": "", "is_active": False,
}  # fmt: skip


def forget(now: dt.datetime) -> None:
    """Students first: who answers for none but them is not known any longer either."""
    today = day_of(now)
    before = years_before(today, STUDENTS)
    _empty(former_students(today), "former students", before, now)
    _empty(former_adults(today), "former adults", before, now)


def former_students(today: dt.date) -> QuerySet[Person]:
    """Left two years ago, and nothing else here: no child of their own, no work."""
    left = left_by(years_before(today, STUDENTS)).exclude(given_name="")
    return left.filter(~Exists(_guards(today)), ~Exists(_works(today)))


def former_adults(today: dt.date) -> QuerySet[Person]:
    """Once a guardian or at work here, never a student, and now neither. Who must be kept away from a child
    stays known as long as that child is: without his name the ban would be empty."""
    sat = Enrolment.objects.filter(student=OuterRef("pk"))
    once = Q(Exists(Guardianship.objects.filter(guardian=OuterRef("pk"))))
    once |= Q(Exists(Appointment.objects.filter(person=OuterRef("pk"))))
    banned = Restriction.objects.filter(adult=OuterRef("pk"))
    adults = Person.objects.exclude(given_name="").filter(once, ~Exists(sat), ~Exists(banned))
    away = adults.filter(~Exists(_guards(today)), ~Exists(_works(today)))
    return away.filter(Q(last_login=None) | Q(last_login__date__lt=years_before(today, STUDENTS)))


def _guards(today: dt.date) -> QuerySet[Guardianship]:
    """A tie to a child who is still known, that runs or ended less than two years ago."""
    ended = Q(ends_on__isnull=False, ends_on__lt=years_before(today, STUDENTS))
    return Guardianship.objects.filter(~ended, guardian=OuterRef("pk")).exclude(student__given_name="")


def _works(today: dt.date) -> QuerySet[Appointment]:
    ended = Q(ends_on__isnull=False, ends_on__lt=years_before(today, COLLEAGUES))
    return Appointment.objects.filter(~ended, person=OuterRef("pk"))


def _empty(people: QuerySet[Person], what: str, before: dt.date, now: dt.datetime) -> None:
    keys = list(people.values_list("pk", flat=True))
    for key in keys:
        empty(key)
    Forgotten.note(what, len(keys), before=before, at=now)


@transaction.atomic
def empty(key: int) -> None:
    """Name, addresses, birth date, face and papers go; the key stays, and the places where she sat."""
    Portrait.take_away(Person.objects.get(pk=key))
    kept_away = set(Restriction.objects.filter(student=key).values_list("adult", flat=True))
    for model in ABOUT_HER:
        model._default_manager.filter(student=key).delete()
    for label, field in HERS.items():
        apps.get_model(label)._default_manager.filter(**{field: key}).delete()
    Guardianship.objects.filter(student=key).update(basis="")
    Guardianship.objects.filter(guardian=key).delete()
    NearPerson.objects.filter(named_by=key).delete()
    ExternalKey.objects.filter(person=key).delete()
    Person.objects.filter(pk=key).update(**NOBODY)
    for other in kept_away | _joined_into(key):
        if not any(model._default_manager.filter(**{field: other}).exists() for model, field in KNOWN_BY):
            empty(other)


def _joined_into(key: int) -> set[int]:
    """Other rosters knew her as these, until she showed that they are one person."""
    joined = apps.get_model("entry.joinedperson")._default_manager.filter(into=key)
    return set(joined.values_list("gone", flat=True))

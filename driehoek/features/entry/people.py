"""Who may come in by which door. Answers about persons, for the doors to ask."""

import datetime as dt
from collections.abc import Iterable

from allauth.mfa.models import Authenticator
from django.db.models import Q, QuerySet

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.ages import birthday, born_after
from driehoek.facts.people.models import Guardianship, Person, Restriction
from driehoek.facts.schools.models import Appointment, Enrolment, Group
from driehoek.features.entry.models import WorkAccount

SECOND = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)  # a recovery code alone is none
OWN_CODE_AT = 12  # from this age a student signs in by herself; a younger one through the class


def persons_at(address: str, *, day: dt.date) -> list[Person]:
    """Everybody who may sign in with a code that went to this address: guardians, and students from 12. Not
    who shares it with somebody who must not come near her or her child: she comes in with a letter."""
    here = Person.objects.filter(
        Q(email__iexact=address) | Q(mobile__in=written_ways(address)), is_active=True
    )
    here = here.select_related("portrait").order_by("pk")
    return [
        person
        for person in here
        if may_use_a_code(person, day=day) and not is_read_along(person, address, day=day)
    ]


def is_read_along(person: Person, address: str, *, day: dt.date) -> bool:
    """Whether somebody who must not come near her, or near her child, gets what is sent to this address."""
    hers = person.email if person.email.lower() == address.lower() else person.mobile
    return Restriction.objects.reading_along(person, hers, day).exists()


def read_along(persons: Iterable[Person], *, day: dt.date) -> set[int]:
    """Keys of the guardians whose mailbox somebody shares who must not come near a child of theirs."""
    guardians = {person.pk: person for person in persons}
    blocks = Restriction.objects.on(day).filter(kind=Restriction.Kind.NO_ACCESS)
    blocks = blocks.filter(student__guardians__guardian__in=guardians).exclude(adult__email="")
    found = blocks.values_list("student__guardians__guardian", "adult", "adult__email")
    return {
        key
        for key, adult, address in found
        if key != adult and guardians[key].email.lower() == address.lower()
    }


def written_ways(number: str) -> list[str]:
    """How rosters write one mobile number: +31612345678, 0612345678, 06-12345678 and the like."""
    rest = number.removeprefix("+316")
    dutch = [f"06{rest}", f"06-{rest}", f"06 {rest}", f"00316{rest}"] if rest != number else []
    return [number, *dutch]


def may_use_a_code(person: Person, *, day: dt.date) -> bool:
    if Guardianship.objects.filter(guardian=person).exists():
        return True
    is_student = Enrolment.objects.on(day).filter(student=person).exists()
    old_enough = person.birth_date is not None and birthday(person.birth_date, OWN_CODE_AT) <= day
    return is_student and old_enough


def works_at_a_school(person: Person, *, day: dt.date) -> bool:
    return Appointment.objects.on(day).filter(person=person).exists()


def ever_worked_at_a_school(person: Person) -> bool:
    return Appointment.objects.filter(person=person).exists()


def signs_in_for_school(person: Person) -> bool:
    """Whether she has a way in at work, whichever it is."""
    return person.has_usable_password() or WorkAccount.objects.filter(person=person).exists()


def has_second_factor(person: Person) -> bool:
    return Authenticator.objects.filter(user=person, type__in=SECOND).exists()


def is_taught(person: Person, *, day: dt.date) -> bool:
    """Has a place in a group that day."""
    return Seat.objects.on(day).filter(person=person, role=Role.STUDENT).exists()


def colleagues_with_address(address: str, *, day: dt.date) -> QuerySet[Person]:
    working = Appointment.objects.on(day).values("person")
    return Person.objects.filter(email__iexact=address, is_active=True, pk__in=working)


def pupils_to_print(group: Group, viewer: Viewer) -> QuerySet[Person]:
    """The students of this group today whom the viewer may see and who do not sign in by themselves yet: a
    card in the hands of a colleague must not decide for a student who decides herself."""
    here = Enrolment.objects.on(viewer.today).filter(group=group).values("student")
    pupils = rows(Person, viewer, may="see").filter(pk__in=here)
    grown = pupils.filter(birth_date__lte=born_after(viewer.today, OWN_CODE_AT))
    return pupils.exclude(pk__in=grown).order_by("given_name", "family_name", "pk")

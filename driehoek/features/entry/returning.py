"""Who came in before is asked for more than a letter: a colleague of the group could have printed it, and
knows the child's birthday."""

import datetime as dt

from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment, Enrolment, Function
from driehoek.features.entry.messengers import road_to
from driehoek.features.entry.models import Invitation
from driehoek.features.entry.people import is_read_along

OFFICE = (Function.HEAD, Function.OFFICE)


def came_before(person: Person) -> bool:
    """She has an account in use: with a letter somebody else would become her."""
    return person.last_login is not None or person.has_usable_password()


def address_of(person: Person, *, day: dt.date) -> str:
    """Where six digits reach her, and nobody who must not read along; empty when there is no such place."""
    for kept in (person.email, person.mobile):
        road = road_to(kept) if kept else None
        if road and not is_read_along(person, kept, day=day):
            return road[1]
    return ""


def made_by_office(invitation: Invitation) -> bool:
    """Whether somebody who leads a school of the child made this letter, not a colleague of the group."""
    day = day_of(invitation.created_at)
    schools = Enrolment.objects.on(day).filter(student=invitation.guardianship.student_id)
    office = Appointment.objects.on(day).filter(person=invitation.created_by, function__in=OFFICE, group=None)
    return office.filter(school__in=schools.values("group__school")).exists()


def needs_more(invitation: Invitation, *, now: dt.datetime) -> bool:
    """Whether the letter alone does not sign in: she came in before, and there is an address to ask or
    somebody else than the office made the letter."""
    guardian = invitation.guardianship.guardian
    if not came_before(guardian):
        return False
    return bool(address_of(guardian, day=day_of(now))) or not made_by_office(invitation)

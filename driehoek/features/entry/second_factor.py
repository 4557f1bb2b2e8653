"""A colleague without a second factor sets one up before anything else, right after the password."""

import datetime as dt

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.http import HttpRequest

from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.features.entry.models import StaffInvitation
from driehoek.features.entry.opening import came_by_provider
from driehoek.features.entry.people import signs_in_for_school
from driehoek.features.entry.signing_in import BORROWED, end_devices, enter, grow_strong

SETTING_UP = BORROWED


def must_set_up(request: HttpRequest, *, now: dt.datetime) -> None:
    """From here only the pages that set up a second factor are open (middleware.FIRST_THIS)."""
    request.session["must_set_up"] = True
    request.session.set_expiry(now + SETTING_UP)
    if not came_by_provider(request):
        record_authentication(request, request.user, method="password", reauthenticated=True)


def may_manage(request: HttpRequest) -> bool:
    """Who has a way in at work shows it together with the second factor, or is just setting one up. Else a
    stolen mailbox and a stolen password would be enough to put another second factor in its place (T25)."""
    strong = request.session.get("strong") or request.session.get("must_set_up")
    return bool(strong) or not signs_in_for_school(person_in(request))


def person_in(request: HttpRequest) -> Person:
    """Who is signed in, on pages whose own types leave it open."""
    person = request.user
    assert isinstance(person, Person)
    return person


@transaction.atomic
def finish_set_up(request: HttpRequest, *, now: dt.datetime) -> None:
    """A second factor was added. If it was the first one, this session grows strong and all others end."""
    person = person_in(request)
    record("entry.person.secured", person, by=person, at=now)
    if request.session.get("must_set_up"):
        grow_strong(request, now=now)
        end_devices(person, but=request.session.session_key, now=now)


@transaction.atomic
def start_anew(invitation: StaffInvitation, password: str, *, now: dt.datetime) -> bool:
    """The holder of the link chooses a password. What went before counts no more: devices, passkeys, codes.
    False when somebody else was first."""
    person = Person.objects.select_for_update().get(pk=invitation.person_id)
    if not invitation.use(now=now):
        return False
    Authenticator.objects.filter(user=person).delete()
    end_devices(person, now=now)
    person.login_name = person.login_name or free_login_name(person)
    person.set_password(password)
    person.save(update_fields=["login_name", "password"])
    record("entry.staffinvitation.used", invitation, by=person, at=now)
    return True


def enter_to_set_up(request: HttpRequest, person: Person, *, now: dt.datetime) -> None:
    person.refresh_from_db()  # as she is with her new password
    enter(request, person, now=now)
    must_set_up(request, now=now)


def free_login_name(person: Person) -> str:
    """The e-mail address when nobody signs in with it yet; otherwise the name and a number."""
    base = person.email.lower() or ".".join(person.full_name.lower().split()) or "collega"
    taken = set(Person.objects.filter(login_name__startswith=base).values_list("login_name", flat=True))
    return next(
        name for name in [base, *(f"{base}{n}" for n in range(2, len(taken) + 3))] if name not in taken
    )

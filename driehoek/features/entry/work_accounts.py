"""Which colleague a provider speaks of: by the subject; the first time by what roster and provider agree on.

Adults are never merged by an address: it must be of one person alone, and she must work for this board
today. A guardian is not found here, whatever the provider swears.
"""

import datetime as dt

from allauth.mfa.models import Authenticator
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.journal.models import record
from driehoek.base.core.clock import day_of
from driehoek.base.openid.proving import Claims
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment, ExternalKey
from driehoek.features.entry.jobs import tell_of_change
from driehoek.features.entry.models import Provider, WorkAccount

SURE = ("email_verified", "xms_edov")  # the second is Microsoft's, of an address whose domain it checked
YES = (True, 1, "true", "True", "1")


class Unknown(models.TextChoices):
    """Why a provider's word opens nothing here. The label is what she reads."""

    UNVERIFIED = "unverified", _("De inlogdienst zegt niet van wie dit e-mailadres is.")
    UNKNOWN = "unknown", _("Wij kennen jou nog niet als collega. Vraag het de administratie van school.")
    UNCLEAR = "unclear", _("Wij weten niet zeker wie je bent. De administratie van school helpt je.")
    LEFT = "left", _("Je werkt hier niet meer, zegt school. Klopt dat niet? Bel de administratie.")


class NotIn(Exception):
    def __init__(self, reason: Unknown) -> None:
        super().__init__(reason.value)
        self.reason = reason


def person_behind(provider: Provider, claims: Claims, *, now: dt.datetime) -> Person:
    """The colleague, who works for this board today. Raises NotIn."""
    known = known_as(provider, str(claims["sub"]))
    person = known.person if known else named_by_both(provider, claims)
    if not person.is_active or not works_for(provider, person, day=day_of(now)):
        raise NotIn(Unknown.LEFT if known else Unknown.UNKNOWN)
    if known is None and WorkAccount.objects.filter(provider=provider, person=person).exists():
        raise NotIn(Unknown.UNCLEAR)  # she has an account already: this is somebody else, or a second one
    return person


def known_as(provider: Provider, subject: str) -> WorkAccount | None:
    found = WorkAccount.objects.filter(provider=provider, subject=subject)
    return found.select_related("person").first()


def named_by_both(provider: Provider, claims: Claims) -> Person:
    """Whom the roster names by the key, or else the address, that the provider stands for."""
    found = _by_key(provider, claims) if provider.key_claim else _by_address(claims)
    if len(found) != 1:
        raise NotIn(Unknown.UNCLEAR if found else Unknown.UNKNOWN)
    return found[0]


def _by_key(provider: Provider, claims: Claims) -> list[Person]:
    key = str(claims.get(provider.key_claim) or "")
    known = ExternalKey.objects.filter(school__board=provider.board_id, key=key).exclude(key="")
    return list(Person.objects.filter(pk__in=known.values("person")))


def _by_address(claims: Claims) -> list[Person]:
    """Everybody with it, at whatever school and in whatever role: of two nobody is the one. Letters are
    compared here, because a database may take a Turkish ı for an i."""
    address = str(claims.get("email") or "").lower()
    if not address or not any(claims.get(name) in YES for name in SURE):
        raise NotIn(Unknown.UNVERIFIED)
    here = Person.objects.filter(email__iexact=address, is_active=True)
    return [person for person in here if person.email.lower() == address]


def works_for(provider: Provider, person: Person, *, day: dt.date) -> bool:
    return Appointment.objects.on(day).filter(person=person, board=provider.board_id).exists()


def forget_former_factors(person: Person) -> None:
    """Before her first time: a passkey that a code by mail could add is no second factor at work."""
    if not person.has_usable_password():
        Authenticator.objects.filter(user=person).delete()


def link(provider: Provider, person: Person, subject: str, *, now: dt.datetime) -> None:
    """From now on the subject is enough. Raises NotIn when another was first."""
    if known_as(provider, subject):
        return
    try:
        with transaction.atomic():
            account = WorkAccount.objects.create(provider=provider, subject=subject, person=person, at=now)
            record("entry.workaccount.linked", account, by=person, at=now)
            tell_of_change.enqueue(person.pk)
    except IntegrityError:
        raise NotIn(Unknown.UNCLEAR) from None

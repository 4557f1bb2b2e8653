"""Two persons who turn out to be one: an adult whom two rosters know. See docs/decisions on joining.

Only what a roster made goes over, and only when the person that disappears never signed in herself.
"""

import datetime as dt

from django.apps import apps
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.journal.models import Entry, record
from driehoek.facts.consent.models import CurrentAnswer, answer
from driehoek.facts.people.models import Guardianship, Person, Restriction
from driehoek.features.entry.models import JoinedPerson
from driehoek.features.entry.models.invitation import same_word
from driehoek.features.entry.people import ever_worked_at_a_school

# Rows that say something about the roster's person, and so belong to the person she turns out to be.
GOES_OVER = (
    "people.Guardianship.guardian",
    "people.StudentGrant.guardian",
    "looking.LookAlong.guardian",
    "looking.ExtraLook.guardian",
    "looking.Objection.guardian",
    "schools.ExternalKey.person",
    "conversations.Conversation.line_of",  # school may write to somebody who never came in
    "conversations.LeftOut.adult",
    "moderation.Case.about",  # whose line it was said in
    "talks.Side.person",  # asked to a talk
    "talks.LeftOut.person",
    "translation.Helper.person",
)


class Refusal(models.TextChoices):
    """Why two persons stay two. The label is what she reads."""

    INACTIVE = "inactive", _("Deze brief werkt niet meer.")
    SIGNED_IN_BEFORE = "signed_in_before", _("Met deze brief is al eens ingelogd.")
    ANSWERED_BEFORE = "answered_before", _("Deze ouder heeft al eens iets geschreven of geantwoord.")
    WORKS_AT_SCHOOL = "works_at_school", _("Deze brief is van iemand die op een school werkt.")
    SAME_CHILD = "same_child", _("Deze brief is van een andere ouder van hetzelfde kind.")
    RESTRICTED = "restricted", _("Deze brief kan hier niet bij.")
    OTHER_BIRTHDAY = "other_birthday", _("Deze brief is van iemand anders.")
    WEAK = "weak", _("Log eerst in voor school. Scan daarna de brief.")


def refusal(gone: Person, into: Person, *, strong: bool) -> Refusal | None:
    """Why these two must not be joined; None when they may. In doubt they stay two, and the school helps."""
    reasons = {
        Refusal.INACTIVE: not gone.is_active or JoinedPerson.objects.filter(gone=gone).exists(),
        Refusal.SIGNED_IN_BEFORE: gone.last_login is not None or gone.has_usable_password(),
        Refusal.ANSWERED_BEFORE: _answered(gone),
        Refusal.WORKS_AT_SCHOOL: ever_worked_at_a_school(gone),
        Refusal.SAME_CHILD: bool(_children(gone) & _children(into)),
        Refusal.RESTRICTED: Restriction.objects.filter(adult__in=[gone, into]).exists(),
        Refusal.OTHER_BIRTHDAY: None not in (gone.birth_date, into.birth_date)
        and gone.birth_date != into.birth_date,
        Refusal.WEAK: into.has_usable_password() and not strong,
    }
    return next((reason for reason, applies in reasons.items() if applies), None)


def _answered(person: Person) -> bool:
    """Whether she did anything but come in: by mail one need not sign in."""
    return Entry.objects.filter(actor=person).exclude(verb__startswith="entry.").exists()


def _children(person: Person) -> set[int]:
    """Every child she was ever a guardian of, and herself: nobody joins her own child."""
    ever = Guardianship.objects.filter(guardian=person).values_list("student", flat=True)
    return {person.pk, *ever}


def look_alike(one: Person, other: Person) -> bool:
    """Whether the names agree. Where they do not, she is asked whether the letter is hers: a family phone
    is often in other hands, and a new partner is not the father."""
    return one.pk == other.pk or same_word(one.full_name, other.full_name)


class NotJoined(Exception):
    """They stay two persons; the reason is for the page."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason.value)
        self.reason = reason


@transaction.atomic
def join(gone: Person, into: Person, *, strong: bool, now: dt.datetime) -> JoinedPerson:
    """Move what the roster said about `gone` to `into`; the next import follows the key to the right person.
    Raises NotJoined."""
    gone, into = _locked(gone, into)
    if reason := refusal(gone, into, strong=strong):
        raise NotJoined(reason)
    for label in GOES_OVER:
        model, field = _field(label)
        model._default_manager.filter(**{field: gone}).update(**{field: into})
    for said in CurrentAnswer.objects.filter(by=gone):  # a no on paper must not get lost
        answer(said.student, said.purpose, shown=said.shown, by=into, at=now)
    Person.objects.filter(pk=gone.pk).update(is_active=False, email="", mobile="")
    joined = JoinedPerson.objects.create(gone=gone, into=into, by=into, at=now)
    record("entry.person.joined", joined, by=into, at=now)
    return joined


def _locked(*persons: Person) -> list[Person]:
    """The persons as they are now, kept as they are until we are done; always in the same order."""
    keys = [person.pk for person in persons]
    found = Person.objects.select_for_update().order_by("pk").in_bulk(keys)
    return [found[key] for key in keys]


def _field(label: str) -> tuple[type[models.Model], str]:
    """ "people.Guardianship.guardian" as a model and the name of its field."""
    name, _, field = label.rpartition(".")
    return apps.get_model(name), field

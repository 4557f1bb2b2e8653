"""An invitation for one adult and one child: never for a household, never for a child."""

import datetime as dt
import unicodedata

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.journal.models import record
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Guardianship
from driehoek.features.entry.codes import digests

LIFE = dt.timedelta(days=14)
TRIES = 5


class Road(models.TextChoices):
    LETTER = "letter", _("Brief")
    EMAIL = "email", _("E-mail")


class State(models.TextChoices):
    """Where an invitation stands. The label is what the office reads."""

    CREATED = "created", _("klaar om te sturen")
    DELIVERED = "delivered", _("verstuurd")
    OPENED = "opened", _("bekeken")
    USED = "used", _("gelukt")
    STOPPED = "stopped", _("5 keer fout")
    EXPIRED = "expired", _("te oud")
    WITHDRAWN = "withdrawn", _("vervangen")


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self, now: dt.datetime) -> "InvitationQuerySet":
        """Still good for signing in."""
        return self.filter(used_at=None, withdrawn_at=None, stopped_at=None, expires_at__gt=now)


class Invitation(models.Model):
    """A short code on paper or in a mail, plus a question that only the family can answer."""

    guardianship = models.ForeignKey(Guardianship, models.CASCADE, related_name="+")
    road = models.CharField(max_length=6, choices=Road.choices)
    code_hash = models.CharField(max_length=64, blank=True)  # empty until the code exists
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    delivered_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    wanted_at = models.DateTimeField(null=True, blank=True)  # she asked for a new one
    tries = models.PositiveSmallIntegerField(default=0)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code_hash"], condition=~Q(code_hash=""), name="one_invitation_a_code"
            )
        ]
        indexes = [models.Index(fields=["guardianship", "created_at"])]

    @classmethod
    def by_code(cls, code: str) -> "Invitation | None":
        """The invitation with this code, whatever its state; None when nobody ever got this code."""
        return (
            cls.objects.filter(code_hash__in=digests(code))
            .select_related("guardianship__guardian", "guardianship__student")
            .first()
        )

    def state(self, now: dt.datetime) -> State:
        if self.used_at:
            return State.USED
        if self.stopped_at:
            return State.STOPPED
        if self.withdrawn_at:
            return State.WITHDRAWN
        if self.expires_at <= now:
            return State.EXPIRED
        if self.opened_at:
            return State.OPENED
        return State.DELIVERED if self.delivered_at else State.CREATED

    def is_open(self, now: dt.datetime) -> bool:
        return Invitation.objects.open(now).filter(pk=self.pk).exists()

    def deliver(self, *, now: dt.datetime) -> None:
        """It left the building: printed, or handed to the mail server."""
        Invitation.objects.filter(pk=self.pk).update(delivered_at=now)

    def look_at(self, *, now: dt.datetime) -> None:
        """She chose a language: the first sign that the invitation arrived."""
        Invitation.objects.filter(pk=self.pk, opened_at=None).update(opened_at=now)

    @transaction.atomic
    def answer(self, given: str, *, now: dt.datetime) -> bool:
        """Whether the answer is right. Counts the try first; the fifth wrong one stops the invitation,
        and the school is told."""
        counted = Invitation.objects.open(now).filter(pk=self.pk, tries__lt=TRIES)
        if not counted.update(tries=F("tries") + 1):
            return False
        right = any(same_word(given, expected) for expected in self.expected_answers(now))
        self.refresh_from_db(fields=["tries"])
        if not right and self.tries >= TRIES:
            Invitation.objects.filter(pk=self.pk).update(stopped_at=now)
            record("entry.invitation.stopped", self, by=None, at=now)
        return right

    @property
    def asks_birthday(self) -> bool:
        return self.guardianship.student.birth_date is not None

    def expected_answers(self, now: dt.datetime) -> list[str]:
        """The birthday of this child as "12-4", and those of her other children: a mail names none of them,
        and "your child" is each of them. Given names when the school does not know this child's birthday."""
        links = Guardianship.objects.on(day_of(now)).filter(guardian=self.guardianship.guardian_id)
        children = [self.guardianship.student, *(link.student for link in links.select_related("student"))]
        if not self.asks_birthday:
            return [child.given_name for child in children]
        return [f"{born.day}-{born.month}" for child in children if (born := child.birth_date)]

    @transaction.atomic
    def use(self, *, now: dt.datetime) -> bool:
        """Once. False when somebody else was first."""
        used = Invitation.objects.open(now).filter(pk=self.pk).update(used_at=now)
        if used:
            record("entry.invitation.used", self, by=self.guardianship.guardian, at=now)
        return bool(used)

    @transaction.atomic
    def ask_for_another(self, *, now: dt.datetime) -> bool:
        """She cannot use this one and would like a new one. True the first time."""
        asked = Invitation.objects.filter(pk=self.pk, wanted_at=None).update(wanted_at=now)
        if asked:
            record("entry.invitation.wanted", self, by=None, at=now)
        return bool(asked)


def same_word(one: str, other: str) -> bool:
    """The same to a parent: capitals, accents and spaces around it do not count."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))

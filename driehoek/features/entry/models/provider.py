"""The sign-in service of one board, with which its colleagues come in; and what a school asks of them."""

import datetime as dt

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse

from driehoek.backbone.journal.models import record
from driehoek.base.core.sealed import seal, unseal
from driehoek.base.openid.asking import Client
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Board, School

CLIENT = ("issuer", "client_id")  # another one of these is another service: nobody is known by it yet


class Provider(models.Model):
    """One OpenID Connect provider. Its secret is sealed and never shown again."""

    board = models.OneToOneField(Board, models.CASCADE, related_name="+")
    name = models.CharField(max_length=40)  # on the button: "Microsoft"
    issuer = models.CharField(max_length=200)
    client_id = models.CharField(max_length=200)
    sealed_secret = models.TextField()
    key_claim = models.CharField(max_length=60, blank=True)  # in which claim the roster's own key stands
    asks_second = models.BooleanField(default=False)  # it asks a second step, and says so in what it signs
    second_is = models.CharField(max_length=200, blank=True)  # how it says so, when not by amr "mfa"
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name

    @property
    def back(self) -> str:
        return back_to(self.board_id)

    @property
    def client(self) -> Client:
        """What we are to it. Raises Unreadable."""
        return Client(self.issuer, self.client_id, unseal(self.sealed_secret), self.back)

    @classmethod
    @transaction.atomic
    def set_up(
        cls, board: Board, said: dict[str, object], *, secret: str, by: Person, at: dt.datetime
    ) -> "Provider":
        """Without a secret the one of before stays. Another service knows nobody yet, so links to it end."""
        before = cls.objects.select_for_update().filter(board=board).first()
        values = said | {"set_by": by, "set_at": at} | ({"sealed_secret": seal(secret)} if secret else {})
        provider, _is_new = cls.objects.update_or_create(board=board, defaults=values)
        if before and any(getattr(before, name) != getattr(provider, name) for name in CLIENT):
            WorkAccount.objects.filter(provider=provider).delete()
        record("entry.provider.set_up", provider, by=by, at=at)
        return provider

    @transaction.atomic
    def remove(self, *, by: Person, at: dt.datetime) -> None:
        """From now on everybody of the board comes in by the ways of before."""
        record("entry.provider.removed", self, by=by, at=at)
        Demand.objects.filter(school__board=self.board_id).delete()
        self.delete()


class WorkAccount(models.Model):
    """By which subject a provider knows a colleague. Never an e-mail address: those change hands."""

    provider = models.ForeignKey(Provider, models.CASCADE, related_name="+")
    subject = models.CharField(max_length=255)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["provider", "subject"], name="one_person_a_subject"),
            models.UniqueConstraint(fields=["provider", "person"], name="one_subject_a_person"),
        ]


class Demand(models.Model):
    """A school opens to its colleagues by the provider of its board alone, because this row exists."""

    school = models.OneToOneField(School, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    @classmethod
    @transaction.atomic
    def make(cls, school: School, *, by: Person, at: dt.datetime) -> None:
        _row, is_new = cls.objects.get_or_create(school=school, defaults={"by": by, "at": at})
        if is_new:
            record("entry.demand.made", school, by=by, at=at)

    @classmethod
    @transaction.atomic
    def drop(cls, school: School, *, by: Person, at: dt.datetime) -> None:
        gone, _ = cls.objects.filter(school=school).delete()
        if gone:
            record("entry.demand.dropped", school, by=by, at=at)


def back_to(board: int) -> str:
    """The address that a provider must know before it sends anybody back."""
    return f"{settings.SITE_URL}{reverse('entry:sign_on_back', args=[board])}"

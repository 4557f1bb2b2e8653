"""The line from a school to its own system, and one time that we fetched: what every such line has."""

import datetime as dt
from typing import Any, Self  # a line of any feature

from django.db import models
from django.db.models import Q

from driehoek.base.core.sealed import unseal
from driehoek.base.oneroster.asking import Server
from driehoek.base.oneroster.refusals import Reason
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School

LEASE = dt.timedelta(minutes=10)  # a worker that says nothing for so long is dead


class Joined(models.Model):
    """One OneRoster server of one school. Its secret is sealed and never shown again."""

    SCOPES: tuple[str, ...]  # what the server lets us read

    school = models.OneToOneField(School, models.CASCADE, related_name="+")
    address = models.CharField(max_length=200)
    token_address = models.CharField(max_length=200)
    client_id = models.CharField(max_length=200)
    sealed_secret = models.TextField()
    set_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True, blank=True)  # while somebody fetches

    class Meta:
        abstract = True

    @property
    def server(self) -> Server:
        """Raises Unreadable."""
        secret = unseal(self.sealed_secret)
        return Server(self.address, self.token_address, self.client_id, secret, self.SCOPES)

    def lease(self, now: dt.datetime) -> bool:
        """Whether nobody else is fetching; then it is ours until we say nothing for a while."""
        free = Q(leased_until=None) | Q(leased_until__lt=now)
        ours = type(self)._default_manager.filter(free, pk=self.pk)
        return bool(ours.update(leased_until=now + LEASE))

    def hold(self, now: dt.datetime) -> bool:
        """Ours a while longer, unless somebody joined another system meanwhile, or none."""
        same = type(self)._default_manager.filter(pk=self.pk, set_at=self.set_at)
        return bool(same.update(leased_until=now + LEASE))

    def release(self) -> None:
        type(self)._default_manager.filter(pk=self.pk).update(leased_until=None)


class Fetched(models.Model):
    """One time that we fetched. Whoever inherits this has the line it went along as `connection`."""

    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    refusal = models.CharField(max_length=12, choices=Reason.choices, blank=True)
    rows = models.PositiveIntegerField(default=0)  # that came

    class Meta:
        abstract = True

    @classmethod
    def open_for(cls, connection: Any, now: dt.datetime) -> Self:
        """The one that was broken off, or a new one."""
        open_ones = cls._default_manager.filter(connection=connection, ended_at=None)
        return open_ones.order_by("-pk").first() or cls._default_manager.create(
            connection=connection, began_at=now
        )

    def end(self, now: dt.datetime, refusal: str = "") -> None:
        """Also when the line, and this with it, is gone meanwhile."""
        self.ended_at, self.refusal = now, refusal
        type(self)._default_manager.filter(pk=self.pk).update(ended_at=now, refusal=refusal)

"""A digest of what was collected for one person, and the day and hour she likes it to come."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any  # fields of a lease

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from driehoek.base.core.models import Leased
from driehoek.facts.people.models import Person

if TYPE_CHECKING:
    from driehoek.backbone.notifications.models.delivery import Delivery

BELL = dt.time(15, 30)


class Weekday(models.IntegerChoices):
    """Days on which schools are open; ISO numbers."""

    MONDAY = 1, _("Maandag")
    TUESDAY = 2, _("Dinsdag")
    WEDNESDAY = 3, _("Woensdag")
    THURSDAY = 4, _("Donderdag")
    FRIDAY = 5, _("Vrijdag")


class DigestTime(models.Model):
    """Only of who wants it at another moment than we do by ourselves. Times are on a Dutch clock."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    weekday = models.PositiveSmallIntegerField(choices=Weekday.choices, default=Weekday.FRIDAY)
    weekly_at = models.TimeField(default=BELL)
    daily_at = models.TimeField(default=BELL)


class Digest(Leased):
    """Its items are the deliveries that point to it, so that each is in one digest at most. While one waits
    for this person and road, no other is put together."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    channel = models.CharField(max_length=10)
    asked = models.PositiveSmallIntegerField(default=0)  # questions for the kitchen table it began with
    message_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    first_due_at = models.DateTimeField()  # from here the 72 hours count in which we keep trying
    sent_at = models.DateTimeField(null=True)

    was_refused: bool  # annotated by hindrances.known_address(), all three
    address_is_wrong: bool
    is_read_along: bool

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "channel"],
                condition=models.Q(state="waiting"),
                name="one_digest_waits",
            )
        ]
        indexes = [
            models.Index(
                fields=["channel", "due_at"], condition=models.Q(state="waiting"), name="digests_waiting"
            ),
            models.Index(
                fields=["lease_until"], condition=models.Q(lease_token__isnull=False), name="digests_leased"
            ),
        ]

    @property
    def receiver(self) -> Person:
        return self.person

    @property
    def may_have_come(self) -> bool:
        """Though nobody heard so: what is in it would come once more by itself."""
        return self.attempts > 0 or self.stumbles > 0

    @transaction.atomic
    def finish(self, state: str, *, reason: str = "", **fields: Any) -> None:
        """What became of it became of each of its items that was not left out. Raises LeaseLost."""
        super().finish(state, reason=reason, **fields)
        self.collected().update(state=state, reason=reason[:60], sent_at=fields.get("sent_at"))

    def collected(self) -> "models.QuerySet[Delivery]":
        """Its items, as long as it was not brought."""
        deliveries: Any = self._meta.apps.get_model("notifications", "Delivery")  # is defined after this
        items: models.QuerySet[Delivery] = deliveries.objects.filter(digest=self)
        return items.filter(state=Leased.State.COLLECTED)

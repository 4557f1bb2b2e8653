"""A fact that must be told, and that one person is told of it."""

from django.conf import settings
from django.db import models

from driehoek.backbone.journal.models import Entry
from driehoek.base.core.models import Leased


class Lane(models.TextChoices):
    """What stands in one queue, so that a school full of mail never stands before an alarm."""

    URGENT = "urgent"
    NORMAL = "normal"
    BULK = "bulk"  # one fact for many people


class Telling(Leased):
    """An entry that somebody must hear of. Written in the transaction of the fact itself, so that there is
    never the one without the other."""

    entry = models.OneToOneField(Entry, models.CASCADE, related_name="+")
    lane = models.CharField(max_length=6, choices=Lane.choices, default=Lane.NORMAL)
    told_at = models.DateTimeField(null=True)
    expected = models.PositiveIntegerField(default=0)  # deliveries there must be; the sweep counts them

    class Meta:
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(state="waiting"), name="tellings_waiting"),
            models.Index(fields=["told_at"], name="tellings_told"),
        ]


class Notification(models.Model):
    """One person heard of one fact. `read_at` is hers alone: nobody sees who looked."""

    # told_once begins with the person: an index of her own would be written for every row and read by nobody.
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    entry = models.ForeignKey(Entry, models.CASCADE, related_name="+")
    category = models.CharField(max_length=10, blank=True)  # as it was when she was told
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "entry"], name="told_once")]
        indexes = [
            models.Index(fields=["person"], condition=models.Q(read_at=None), name="unread_of_a_person")
        ]

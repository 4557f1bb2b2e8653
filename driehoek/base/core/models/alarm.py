"""What a machine gave up on, until a person has looked at it."""

import datetime as dt
import logging

from django.db import models

logger = logging.getLogger(__name__)


class Alarm(models.Model):
    """One thing that stands still: which row, why, since when. No text and no name of anybody in it."""

    thing = models.CharField(max_length=100)  # "notifications.delivery 17", or the path of a job
    reason = models.CharField(max_length=200)
    at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)  # a person has looked

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["thing"], condition=models.Q(seen_at=None), name="one_open_alarm_a_thing"
            )
        ]


def ring(thing: str, reason: str, *, at: dt.datetime) -> None:
    """Raise the alarm once; while nobody has looked, the same thing does not ring again, nor fill the log."""
    why = {"reason": reason[:200], "at": at}
    _alarm, is_new = Alarm.objects.get_or_create(thing=thing[:100], seen_at=None, defaults=why)
    if is_new:
        logger.error("alarm: %s: %s", thing, reason)

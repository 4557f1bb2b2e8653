"""News that may not wait: who called it so, and why."""

from django.conf import settings
from django.db import models

from driehoek.backbone.journal.models import Entry


class Urgency(models.Model):
    """One use of the word "urgent", with its reason. It stays as long as the fact itself."""

    entry = models.OneToOneField(Entry, models.CASCADE, related_name="+")
    reason = models.CharField(max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="urgent_for_a_reason")]

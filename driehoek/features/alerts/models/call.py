"""That somebody was called about an urgent notice, so that two colleagues do not call the same parent."""

import datetime as dt

from django.db import models, transaction

from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.features.alerts.models.alert import Alert


class Call(models.Model):
    alert = models.ForeignKey(Alert, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["alert", "person"], name="called_once")]

    @staticmethod
    @transaction.atomic
    def note(alert: Alert, person: Person, *, by: Person, at: dt.datetime) -> None:
        """Said twice, it is noted once."""
        call, is_new = Call.objects.get_or_create(alert=alert, person=person, defaults={"by": by, "at": at})
        if is_new:
            record("alerts.call.made", call, by=by, at=at)

"""When each piece of recurring work is due next, so that several workers start it once."""

import datetime as dt

from django.db import models
from django.db.models import Q


class Rhythm(models.Model):
    """One line of the list of recurring work, and its next moment."""

    name = models.CharField(max_length=60, primary_key=True)
    due_at = models.DateTimeField()

    @staticmethod
    def strike(name: str, *, now: dt.datetime, then: dt.datetime, last: dt.datetime | None = None) -> bool:
        """Whether it is due and this worker is the one that starts it; `then` is the moment after this. What
        stands later than `last` was written by a clock that ran ahead, and nobody waits for that."""
        due = Q(due_at__lte=now) if last is None else Q(due_at__lte=now) | Q(due_at__gt=last)
        if Rhythm.objects.filter(due, name=name).update(due_at=then):
            return True
        known = Rhythm.objects.filter(name=name).exists()
        if not known:  # new in the list: starts at its own moment
            Rhythm.objects.bulk_create([Rhythm(name=name, due_at=then)], ignore_conflicts=True)
        return False

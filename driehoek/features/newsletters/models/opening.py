"""That a newsletter stands on a page which anybody may read."""

import datetime as dt

from django.db import models, transaction

from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.features.newsletters.models.newsletter import Newsletter


class Opening(models.Model):
    """Of its blocks only those that their author marked for it are there."""

    newsletter = models.OneToOneField(Newsletter, models.CASCADE, related_name="opening")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    @staticmethod
    @transaction.atomic
    def give(newsletter: Newsletter, *, by: Person, at: dt.datetime) -> None:
        _row, is_new = Opening.objects.get_or_create(newsletter=newsletter, defaults={"by": by, "at": at})
        if is_new:
            record("newsletters.newsletter.opened", newsletter, by=by, at=at)

    @staticmethod
    @transaction.atomic
    def end(newsletter: Newsletter, *, by: Person, at: dt.datetime) -> None:
        gone, _rows = Opening.objects.filter(newsletter=newsletter).delete()
        if gone:
            record("newsletters.newsletter.closed", newsletter, by=by, at=at)

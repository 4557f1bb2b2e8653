"""That somebody looked over how school reaches her, and said that it is right."""

import datetime as dt

from django.db import models, transaction

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.features.talks.models.side import Side


class ContactCheck(Guarded):
    """Of one guardian at one talk. What school has of her stands with her, and not here."""

    side = models.OneToOneField(Side, models.CASCADE, related_name="contact_check")
    at = models.DateTimeField()

    @classmethod
    @transaction.atomic
    def give(cls, side: Side, *, by: Person, at: dt.datetime) -> None:
        """One tap; the first one counts."""
        check, is_new = cls._default_manager.get_or_create(side=side, defaults={"at": at})
        if is_new:
            record("talks.contact.checked", check, by=by, at=at)

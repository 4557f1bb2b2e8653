"""What the sender of a letter hears of it, when it did not simply go where it should."""

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person

if TYPE_CHECKING:
    from driehoek.backbone.letterbox.models.arrival import Arrival


class Response(Guarded):
    """It goes to the address that we know of her, never to where the letter came from."""

    class Kind(models.TextChoices):
        DOUBT = "doubt", _("Er kwam een antwoord van een ander mailadres.")
        CLOSED = "closed", _("Op dit bericht kun je niet meer antwoorden.")
        NOWHERE = "nowhere", _("Op deze mail kun je niet antwoorden.")
        EMPTY = "empty", _("Er stond niets in je antwoord.")
        LONG = "long", _("Je antwoord is te lang. Maak het korter.")
        LARGE = "large", _("Je mail is te groot. Stuur kleinere bestanden.")
        FILES = "files", _("Je antwoord is verstuurd. Deze bestanden kwamen niet mee:")
        STOPPED = "stopped", _("Goed. Hierover krijg je geen mail meer:")

    arrival = models.OneToOneField("letterbox.Arrival", models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=7, choices=Kind.choices)
    details = models.JSONField(default=list)  # names of files with why not, or the kind of news that ended
    at = models.DateTimeField()

    @classmethod
    @transaction.atomic
    def give(
        cls, arrival: "Arrival", kind: str, *, person: Person, details: list[str], at: dt.datetime
    ) -> "Response":
        """One for each letter: what is said of it later takes the place of the doubt."""
        response, is_new = cls.objects.get_or_create(
            arrival=arrival, defaults={"person": person, "kind": kind, "details": details, "at": at}
        )
        if is_new or response.kind != kind:
            response.kind, response.details, response.at = kind, details, at
            response.save()
            verb = "doubted" if kind == cls.Kind.DOUBT else "answered"
            record(f"letterbox.letter.{verb}", response, by=None, at=at)
        return response

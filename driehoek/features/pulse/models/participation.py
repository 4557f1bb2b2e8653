"""That somebody is done with two questions. Not what she said, not when, and only until the round is over."""

import secrets
from typing import TYPE_CHECKING

from django.db import models

from driehoek.backbone.access.querysets import Guarded
from driehoek.facts.people.models import Person

if TYPE_CHECKING:
    from driehoek.features.pulse.models.side import Side

LOT = 2**53 - 1  # a key by lot; so large that two will not meet, so small that every page can hold it


def by_lot() -> int:
    """A key that says nothing of when its row was made."""
    return secrets.randbelow(LOT) + 1


class Participation(Guarded):
    """She answered, or let it pass: which of the two is not kept."""

    side = models.ForeignKey("pulse.Side", models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["side", "person"], name="everybody_answers_once")]

    def __str__(self) -> str:
        return f"Participation {self.pk}"

    @classmethod
    def note(cls, side: "Side", *, by: Person) -> bool:
        """Whether this was the first time."""
        _row, is_new = cls.objects.get_or_create(side=side, person=by, defaults={"pk": by_lot()})
        return is_new

"""That somebody looked over how she is reached, and said that it is right."""

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models, transaction

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.base.core.clock import day_of
from driehoek.facts.people.ages import born_after
from driehoek.facts.people.models import Person
from driehoek.features.talks.models.side import Side

if TYPE_CHECKING:
    from driehoek.features.talks.models.talk import Talk

OWN_NUMBER_AT = 12  # from here a student has a number and a mailbox that school writes to


class ContactCheck(Guarded):
    """Of one at a talk. What school has of her stands with her, and not here."""

    side = models.OneToOneField(Side, models.CASCADE, related_name="contact_check")
    at = models.DateTimeField()

    @classmethod
    @transaction.atomic
    def give(cls, side: Side, *, by: Person, at: dt.datetime) -> None:
        """One tap; the first one counts."""
        check, is_new = cls._default_manager.get_or_create(side=side, defaults={"at": at})
        if is_new:
            record("talks.contact.checked", check, by=by, at=at)


def is_asked_for(side: Side, today: dt.date) -> bool:
    """Of each at the talk, but of a child too young for a number of its own."""
    born = side.person.birth_date
    return side.corner != Corner.CHILD or (born is not None and born <= born_after(today, OWN_NUMBER_AT))


def confirmed_on(talk: "Talk", today: dt.date) -> dt.date | None:
    """The day on which the last of the corners said that it is right; None while one of them is left. Of two
    homes one will do here: whether the other did is for school."""
    sides = [side for side in talk.sides.select_related("person") if is_asked_for(side, today)]
    found = ContactCheck._default_manager.filter(side__in=sides).order_by("at")
    first = {corner: at for corner, at in reversed(found.values_list("side__corner", "at"))}
    if not first or first.keys() != {side.corner for side in sides}:
        return None
    return day_of(max(first.values()))

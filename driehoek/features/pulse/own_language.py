"""Having questions of her own translated for who is asked, before they read them."""

import datetime as dt
from typing import TYPE_CHECKING

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.translation.wanting import languages_of, want
from driehoek.facts.people.models import Person
from driehoek.features.pulse.usual import Readers

if TYPE_CHECKING:
    from driehoek.features.pulse.models.side import Side


def translate_for_readers(side: "Side", day: dt.date, *, at: dt.datetime) -> None:
    """Only what is not ours."""
    own = [text for text in side.texts.values() if not text.ours]
    if own:
        role = Role.GUARDIAN if side.readers == Readers.GUARDIANS else Role.STUDENT
        people = Seat.objects.on(day).filter(school=side.round.school_id, role=role).values("person")
        spoken = Person.objects.filter(pk__in=people).values_list("language", flat=True).distinct()
        want(own, languages_of(*spoken), at=at)

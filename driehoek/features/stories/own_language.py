"""Having what a family tells translated for whoever will read it, before they do."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import want
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person

if TYPE_CHECKING:
    from driehoek.features.stories.models.story import Story


def translate_for_readers(story: "Story", texts: Iterable[Text], *, at: dt.datetime) -> None:
    """Whoever works with the group; and the families of the class, when it is for them."""
    roles = [Role.STAFF, Role.GUARDIAN, Role.STUDENT] if story.for_class else [Role.STAFF]
    seats = Seat.objects.on(day_of(at)).filter(group=story.group_id, role__in=roles)
    readers = Person.objects.filter(pk__in=seats.values("person"))
    spoken = {code.partition("-")[0] for code in readers.values_list("language", flat=True).distinct()}
    want(texts, spoken, at=at)

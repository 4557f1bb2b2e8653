"""Having what is asked and answered translated for the parents of the class, before they read it."""

import datetime as dt
from collections.abc import Iterable

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import want
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group


def translate_for_class(texts: Iterable[Text], group: Group, *, at: dt.datetime) -> None:
    parents = Seat.objects.on(day_of(at)).filter(role=Role.GUARDIAN, group=group).values("person")
    spoken = Person.objects.filter(pk__in=parents).values_list("language", flat=True).distinct()
    want(texts, {language.partition("-")[0] for language in spoken}, at=at)

"""Having what a student or her home says translated for whoever reads it."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import languages_of, want
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person

if TYPE_CHECKING:
    from driehoek.features.portfolio.models.echo import Echo
    from driehoek.features.portfolio.models.goal import Goal
    from driehoek.features.portfolio.models.work import Work

SEES = {"role__in": [Role.GUARDIAN, Role.STUDENT], "sees_child": True}


def translate_for_home(thing: "Work | Goal", texts: Iterable[Text], *, at: dt.datetime) -> None:
    """For her guardians and herself; school reads what she wrote."""
    readers = Seat.objects.on(day_of(at)).filter(student=thing.student_id, **SEES).values("person")
    spoken = Person.objects.filter(pk__in=readers).values_list("language", flat=True).distinct()
    want(texts, languages_of(*spoken), at=at)


def translate_for_child(echo: "Echo", *, at: dt.datetime) -> None:
    """What home says, for the child and for school."""
    want(echo.texts.values(), languages_of(echo.student.language, "nl"), at=at)

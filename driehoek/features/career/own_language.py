"""Having what was said translated for who reads it: at home, and at school once the student brings it."""

import datetime as dt
from typing import TYPE_CHECKING

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.translation.wanting import languages_of, want
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person

if TYPE_CHECKING:
    from driehoek.features.career.models.outcome import Outcome

OF_SCHOOL = "nl"


def translate_for_home(outcome: "Outcome", *, at: dt.datetime) -> None:
    """What she says, for her guardians; what one of them says, for her."""
    guardians = Seat.objects.on(day_of(at)).filter(
        role=Role.GUARDIAN, sees_child=True, student=outcome.student_id
    )
    found = Person.objects.filter(pk__in=guardians.values("person")) if outcome.is_by_her else ()
    spoken = [one.language for one in found] or [outcome.student.language]
    want(outcome.texts.values(), languages_of(*spoken), at=at)


def translate_for_school(outcome: "Outcome", *, at: dt.datetime) -> None:
    want(outcome.texts.values(), languages_of(OF_SCHOOL), at=at)

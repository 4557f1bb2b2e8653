"""The year layers of a school on one day."""

import datetime as dt

from driehoek.facts.schools.models import Enrolment, School


def layers_of(school: School, today: dt.date) -> list[int]:
    """In which somebody sits today, in the order in which one counts."""
    sits = Enrolment.objects.on(today).filter(group__school=school).exclude(group__layer=None)
    return sorted(layer for layer in sits.values_list("group__layer", flat=True).distinct() if layer)

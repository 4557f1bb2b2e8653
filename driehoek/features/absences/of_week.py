"""Of one week of a student: when she was away."""

import datetime as dt

from django.db.models import QuerySet

from driehoek.backbone.access.parts import Asking, asked
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.looking.weeks import Week
from driehoek.facts.people.models import Person
from driehoek.features.absences.models import Absence


def away_in_week(child: Person, viewer: Viewer, week: Week) -> Asking[list[Absence]]:
    """In the order of the days; what two schools were told, once."""
    found = yield from asked(_away, viewer, child.pk, week.first, week.last)
    told = {(one.reason, one.starts_on, one.ends_on, one.from_time, one.subject): one for one in found}
    return list(told.values())


def _away(me: Viewer, child: int, first: dt.date, last: dt.date) -> QuerySet[Absence]:
    seen = Absence.objects.visible_to(me).coming(first).filter(student=child, starts_on__lte=last)
    return seen.select_related("school").order_by("starts_on", "from_time", "pk")

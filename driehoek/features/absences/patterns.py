"""A gentle line for whoever teaches a child: often late or missed in the past four weeks. Never a score."""

import datetime as dt

from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.features.absences.models import Absence, Reason

LOOKED_BACK = dt.timedelta(days=28)
OFTEN = 3


def often_missed(child: Person, viewer: Viewer) -> int:
    """How often a colleague missed her or saw her come late; 0 when it is not worth a word, or not hers to
    know. Who teaches the child sees it; parents, the child and the office never do."""
    noted = Absence.objects.where(viewer, may="weigh").standing().filter(student=child)
    lately = noted.filter(
        reason__in=[Reason.UNKNOWN, Reason.LATE],
        noted_by__isnull=False,
        starts_on__gt=viewer.today - LOOKED_BACK,
        starts_on__lte=viewer.today,
    )
    count = lately.count()
    return count if count >= OFTEN else 0

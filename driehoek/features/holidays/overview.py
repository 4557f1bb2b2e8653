"""What the office sees: the holidays of each of its schools, and what taking over would add."""

import datetime as dt
from dataclasses import dataclass, field

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.schools.models import Holiday, School
from driehoek.features.holidays.keeping import overlapping
from driehoek.features.holidays.ministry import Break

LOOKED_BACK = dt.timedelta(days=90)


@dataclass
class Closed:
    """One school and its days off, from a while ago on."""

    school: School
    holidays: list[Holiday] = field(default_factory=list)


def closed_days(viewer: Viewer) -> list[Closed]:
    """Two queries, however many schools there are."""
    led = rows(School, viewer, may="speak_for").order_by("name")
    found = {school.pk: Closed(school) for school in led}
    for holiday in (
        rows(Holiday, viewer, may="keep")
        .filter(school__in=found, ends_on__gte=viewer.today - LOOKED_BACK)
        .order_by("starts_on")
    ):
        found[holiday.school_id].holidays.append(holiday)
    return list(found.values())


@dataclass(frozen=True)
class Offered:
    """One holiday of the ministry, and what of the school lies there already."""

    dates: Break
    instead: Holiday | None


def offered(school: School, breaks: tuple[Break, ...]) -> list[Offered]:
    return [Offered(one, overlapping(school, one.starts_on, one.ends_on)) for one in breaks]

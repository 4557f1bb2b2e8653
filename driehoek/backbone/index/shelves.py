"""Where a text stands in the index: with one group, one school, or the rooms of the children of a school."""

from enum import IntEnum

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.schools.models import Group


class Side(IntEnum):
    GROUP = 0
    SCHOOL = 1
    ROOMS = 2


def shelf(*, group: int | None = None, school: int | None = None, rooms_of: int | None = None) -> int:
    """The number of a shelf; name one of the three."""
    for side, key in ((Side.GROUP, group), (Side.SCHOOL, school), (Side.ROOMS, rooms_of)):
        if key is not None:
            return key * len(Side) + side
    raise ValueError("a shelf belongs somewhere")


def shelves_of(viewer: Viewer) -> list[int]:
    """Where there may be something for this viewer: all that need to be looked at. Whether she may see it
    is asked of the policy."""
    seats = (*viewer.seats, *viewer.left)
    groups = {seat.group_id for seat in seats if seat.group_id}
    if viewer.hat == "school":
        groups |= set(rows(Group, viewer, may="work_with").values_list("pk", flat=True))
    schools = {seat.school_id for seat in seats if seat.school_id}
    return sorted(
        {shelf(group=key) for key in groups}
        | {shelf(school=key) for key in schools}
        | {shelf(rooms_of=key) for key in schools}
    )

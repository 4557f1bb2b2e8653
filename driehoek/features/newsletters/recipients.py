"""Who gets which blocks, and through which child: asked before a letter goes, and when it does."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from driehoek.backbone.access.models import Role
from driehoek.features.newsletters.models import Block


@dataclass(frozen=True)
class Received:
    """A block that is for somebody through one child."""

    block: Block
    student: int
    place: str  # the group; empty when it is for the whole school


def received(blocks: Iterable[Block], day: dt.date) -> dict[int, list[Received]]:
    """By person, at home, each block once for each child. One question a block."""
    found = defaultdict[int, dict[tuple[int, int], Received]](dict)
    for block in blocks:
        is_for_all = any(line.school_id for line in block.audience.lines.all())
        seats = block.audience.seats(day).exclude(role=Role.STAFF)
        seats = seats.filter(person__is_active=True, student__isnull=False).order_by("person", "group")
        for person, student, group in seats.values_list("person", "student", "group__name"):
            place = "" if is_for_all else group
            found[person].setdefault((block.pk, student), Received(block, student, place))
    return {person: list(blocks.values()) for person, blocks in found.items()}

"""What the kitchen table adds to a digest: a question for each child of whom the news asks nothing."""

import datetime as dt
from collections.abc import Sequence

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.digests.supplying import Children, Supplied, supply
from driehoek.features.kitchen.bank import Ready
from driehoek.features.kitchen.seating import seat_all
from driehoek.features.kitchen.table import Lying, lay

ONCE = dt.timedelta(days=7)  # the question for a holiday comes once, and then it is quiet


@supply
def ours(viewer: Viewer, asked: Sequence[Children]) -> list[int | Supplied]:
    """The same table as on the pages; a student is not told what home may ask her."""
    children = [child for child in seat_all(viewer) if child.pk in viewer.wards()]
    written = [Lying(f"news-{number}", some, number) for number, some in enumerate(asked)]
    free = [child.free_since for child in children if child.free_since]
    is_told = bool(free) and viewer.today - max(free) >= ONCE
    lying = lay(children, written, viewer.today)
    return [_from(one) for one in lying if not (is_told and _is_of_holiday(one))]


def _is_of_holiday(one: Lying) -> bool:
    return isinstance(one.source, Ready) and one.source.band is None


def _from(one: Lying) -> int | Supplied:
    if not isinstance(one.source, Ready):
        return int(one.source)
    return Supplied(one.children, one.source.shown.words, one.source.is_to_do)

"""What was said at the kitchen table, in plain Python: whose it is, and nobody else's."""

import datetime as dt

from tests.oracle.rules import Row, World, day_of, sees_child


def sees_tick(world: World, who: int, hat: str, tick: Row, now: dt.datetime) -> bool:
    """Hers as long as she sees this child at home; and the child's. No other guardian's."""
    if hat != "home" or who not in (tick["person"], tick["child"]):
        return False
    return sees_child(world, who, hat, tick["child"], day_of(now))

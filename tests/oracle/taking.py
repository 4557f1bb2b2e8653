"""Who may open what was packed to take along, in plain Python over plain dicts."""

import datetime as dt

from tests.oracle.photos import children_of, is_among, is_settled, keeps
from tests.oracle.rules import Row, World, day_of
from tests.oracle.works import brought_photo, hears_echo, sees_bundle, sees_goal, sees_work


def sees_parcel(world: World, who: int, hat: str, parcel: Row, now: dt.datetime) -> bool:
    """Who asked for it, some days, and only while she may see each thing that is in it."""
    if parcel["by"] != who or parcel["expires"] <= now:
        return False
    if not sees_bundle(world, who, hat, world["bundles"][parcel["bundle"]], now):
        return False
    return all(sees_part(world, who, hat, table, key, now) for table, key in parcel["parts"])


def sees_part(world: World, who: int, hat: str, table: str, key: int, now: dt.datetime) -> bool:
    """What is gone nobody sees."""
    if key not in world[table]:
        return False
    sees = {"works": sees_work, "goals": sees_goal, "echoes": hears_echo, "photos": takes_photo}[table]
    return sees(world, who, hat, world[table][key], now)


def takes_photo(world: World, who: int, hat: str, photo: Row, now: dt.datetime) -> bool:
    """One that may be shown to her, or that she looks after; of others only while all on it may be shown."""
    if photo["removed"]:
        return False
    if brought_photo(world, who, hat, photo, now):
        return True
    day = day_of(now)
    if not all(is_settled(world, photo, child, day) for child in children_of(world, photo)):
        return False
    shown = photo["checked"] and is_among(world, who, hat, photo["limited"], day)
    return bool(shown or keeps(world, who, hat, photo, day))

"""Which photos may be shown, in plain Python over plain dicts: consent, checks and holds.

An answer is {child, purpose, by, shown, at}; a photo is {posts, purpose, children, answered, held, ready}.
"""

import datetime as dt

from tests.oracle.rules import Row, World, age, day_of, kept_away, runs, sees_post

OWN_IMAGE_AT = 16
DECIDING = {"custody", "foster"}


def may_be_shown(world: World, child: int, purpose: str, day: dt.date) -> bool:
    """One yes of someone who decides, and no standing no. From 16 her own answer is the only one."""
    said = [a for a in world["answers"] if a["child"] == child and a["purpose"] == purpose]
    last = {a["by"]: a for a in sorted(said, key=lambda answer: answer["at"])}
    own = last.pop(child, None)
    born = world["people"][child]["born"]
    if born is not None and age(born, day) >= OWN_IMAGE_AT and own is not None:
        return bool(own["shown"])
    yes = [a for a in last.values() if a["shown"] and decides(world, a["by"], child, day)]
    return bool(yes) and not any(stands(world, a, yes, day) for a in last.values() if not a["shown"])


def decides(world: World, adult: int, child: int, day: dt.date) -> bool:
    blocked = kept_away(world, adult, child, day, "no_access")
    return not blocked and any(runs(row, day) for row in ties(world, adult, child))


def ties(world: World, adult: int, child: int) -> list[Row]:
    return [
        row
        for row in world["guardianships"]
        if row["adult"] == adult and row["child"] == child and row["approved"] and row["kind"] in DECIDING
    ]


def stands(world: World, refusal: Row, yes: list[Row], day: dt.date) -> bool:
    """A no ends with the tie behind it, once someone who decides says yes after. A block ends nothing."""
    rows = [row for row in ties(world, refusal["by"], refusal["child"]) if row["starts"] <= day]
    if any(runs(row, day) for row in rows):
        return True
    ended = max((row["ends"] for row in rows), default=None)
    return ended is not None and not any(day_of(answer["at"]) > ended for answer in yes)


def sees_photo(world: World, who: int, hat: str, photo: Row, now: dt.datetime) -> bool:
    """Through a post, and only while everybody in it may be shown."""
    if not photo["ready"] or not photo["answered"] or photo["held"]:
        return False
    day = day_of(now)
    if not all(may_be_shown(world, child, photo["purpose"], day) for child in photo["children"]):
        return False
    return any(sees_post(world, who, hat, world["posts"][key], now) for key in photo["posts"])

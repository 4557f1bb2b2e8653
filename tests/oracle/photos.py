"""Which photos may be shown, in plain Python over plain dicts: consent, checks and holds.

What hides a photo is asked anew at every look; nothing that was worked out before counts.
"""

import datetime as dt

from tests.oracle.blocks import has_block
from tests.oracle.rules import (
    GROUP_WORK,
    Row,
    World,
    age,
    day_of,
    kept_away,
    leads,
    live,
    runs,
    sees_child,
    sees_post,
)
from tests.oracle.telling import sees_story
from tests.oracle.works import brought_photo, sees_work

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
    """Through what shows it, and only while everybody in it may be shown; those who must set it right,
    always."""
    day = day_of(now)
    if keeps(world, who, hat, photo, day) or brought_photo(world, who, hat, photo, now):
        return True
    if not photo["checked"] or photo["removed"] or not is_among(world, who, hat, photo["limited"], day):
        return False
    if not all(is_settled(world, photo, child, day) for child in children_of(world, photo)):
        return False
    return (
        any(sees_post(world, who, hat, world["posts"][key], now) for key in photo["posts"])
        or any(sees_story(world, who, hat, world["stories"][key], now) for key in photo["stories"])
        or any(sees_work(world, who, hat, world["works"][key], now) for key in photo["works"])
        or any(has_block(world, who, hat, world["blocks"][key], now) for key in photo["blocks"])
    )


def sees_tag(world: World, who: int, hat: str, tag: Row, now: dt.datetime) -> bool:
    """That this child is on this photo: her family and she herself, as far as they see it and school tells
    them of her; at work whoever keeps the photo and may know her."""
    photo, child, day = world["photos"][tag["photo"]], tag["child"], day_of(now)
    if hat == "school":
        return keeps(world, who, hat, photo, day) and sees_child(world, who, hat, child, day)
    hers = any(row["student"] == child and row["told"] for row in live(world, who, hat, day))
    return hers and sees_photo(world, who, hat, photo, now)


def keeps(world: World, who: int, hat: str, photo: Row, day: dt.date) -> bool:
    """Who took it, who works with a group on it, and the leaders of the school. What a family sent is not the
    school's: only a photo that went to the class is looked after, by whoever works with that class."""
    if hat != "school":
        return False
    here = live(world, who, hat, day)
    groups = {group for group, _taken_on in photo["groups"]}
    return any(
        (row["school"] == photo["school"] and (photo["by"] == who or leads(row)) and is_schools(photo))
        or (row["function"] in GROUP_WORK and row["group"] in groups)
        for row in here
    )


def is_schools(photo: Row) -> bool:
    """Not of a family, and not of a student."""
    return not photo["stories"] and not photo["works"]


def is_among(world: World, who: int, hat: str, limited: set[int], day: dt.date) -> bool:
    """A photo kept to the parents of some children: for whoever stands beside each of them."""
    mine = {row["student"] for row in live(world, who, hat, day) if row["sees_child"]}
    return limited <= mine


def children_of(world: World, photo: Row) -> set[int]:
    """Whoever was in its groups that day may be on it."""
    return {
        row["child"]
        for group, taken_on in photo["groups"]
        for row in world["enrolments"]
        if row["group"] == group and runs(row, taken_on)
    }


def is_settled(world: World, photo: Row, child: int, day: dt.date) -> bool:
    """She may be shown, or is not on it, or cannot be seen on it, or only her own parents look."""
    answered = photo["absent"] | photo["covered"] | photo["limited"]
    return child in answered or may_be_shown(world, child, photo["purpose"], day)

"""Who reads a newsletter and its blocks, in plain Python over plain dicts."""

import datetime as dt

from tests.oracle.rules import GROUP_WORK, Row, World, day_of, leads, live


def sees_newsletter(world: World, who: int, hat: str, newsletter: Row, now: dt.datetime) -> bool:
    """At school whoever puts it together, and who works with a group there and may add to it."""
    if is_open(newsletter, now):
        return True
    here = live(world, who, hat, day_of(now))
    teaches = any(
        row["school"] == newsletter["school"] and row["function"] in GROUP_WORK and row["group"]
        for row in here
    )
    if edits(world, who, hat, newsletter, now) or teaches:
        return True
    return any(
        line["of"] == newsletter["key"] and reads(world, who, hat, line, now)
        for line in world["letter_lines"]
    )


def sees_block(world: World, who: int, hat: str, block: Row, now: dt.datetime) -> bool:
    return is_anybodys(world, block, now) or has_block(world, who, hat, block, now)


def has_block(world: World, who: int, hat: str, block: Row, now: dt.datetime) -> bool:
    """Not as a passer-by, who sees its words and none of its photos. At school whoever puts the newsletter
    together, and who wrote the block."""
    newsletter = world["newsletters"][block["newsletter"]]
    if edits(world, who, hat, newsletter, now):
        return True
    if any(
        line["block"] == block["key"] and reads(world, who, hat, line, now) for line in world["letter_lines"]
    ):
        return True
    here = live(world, who, "school", day_of(now)) if hat == "school" else []
    return block["author"] == who and any(row["school"] == newsletter["school"] for row in here)


def is_anybodys(world: World, block: Row, now: dt.datetime) -> bool:
    """On the open page of the school, which asks nobody who she is."""
    return bool(block["open"]) and is_open(world["newsletters"][block["newsletter"]], now)


def reads(world: World, who: int, hat: str, line: Row, now: dt.datetime) -> bool:
    """What stands in her own letter, as long as she sits at that school beside the child it came through."""
    letters = (
        world["newsletters"][line["of"]],
        world["newsletters"][world["blocks"][line["block"]]["newsletter"]],
    )
    if hat != "home" or line["person"] != who or not all(is_out(letter, now) for letter in letters):
        return False
    return any(
        row["student"] == line["student"] and row["school"] == letters[1]["school"] and row["opens"]
        for row in live(world, who, hat, day_of(now))
    )


def is_open(letter: Row, now: dt.datetime) -> bool:
    """On a page that anybody may read."""
    return letter["opened"] is not None and is_out(letter, now)


def is_out(letter: Row, now: dt.datetime) -> bool:
    return letter["out_at"] is not None and letter["out_at"] <= now and not letter["withdrawn"]


def edits(world: World, who: int, hat: str, newsletter: Row, now: dt.datetime) -> bool:
    """Who leads the school, and whom they asked as long as she works there."""
    here = [row for row in live(world, who, hat, day_of(now)) if row["role"] == "staff"]
    here = [row for row in here if row["school"] == newsletter["school"]]
    asked = {"person": who, "school": newsletter["school"]} in world["editors"]
    return any(leads(row) for row in here) or (asked and bool(here))

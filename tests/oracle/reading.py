"""Everything that somebody may read, put together from the rules. No Django here either."""

import datetime as dt
from collections.abc import Iterator

from tests.oracle.photos import sees_photo
from tests.oracle.rules import (
    GROUP_WORK,
    HATS,
    Row,
    World,
    day_of,
    is_out,
    kept_away,
    leads,
    live,
    runs,
    sees_child,
    sees_post,
    writes_at_work,
)

Thing = tuple[str, int]  # post, comment, photo, child, paper (about a child) or contact (of an adult)


def readable(world: World, now: dt.datetime) -> set[tuple[int, str, str, int]]:
    """Everything that anybody may read: (who, hat, kind of thing, which one)."""
    return {
        (who, hat, *thing)
        for who in world["people"]
        for hat in HATS
        for thing in readable_by(world, who, hat, now)
    }


def readable_by(world: World, who: int, hat: str, now: dt.datetime) -> Iterator[Thing]:
    day = day_of(now)
    for key, post in world["posts"].items():
        if sees_post(world, who, hat, post, now):
            yield "post", key
    for key, comment in world["comments"].items():
        if sees_comment(world, who, hat, comment, now):
            yield "comment", key
    for key, photo in world["photos"].items():
        if sees_photo(world, who, hat, photo, now):
            yield "photo", key
    children = {row["child"] for row in world["enrolments"]}
    yield from (("child", child) for child in children if sees_child(world, who, hat, child, day))
    yield from (("paper", child) for child in children if keeps_papers(world, who, hat, child, day))
    adults = world["people"]
    yield from (("contact", adult) for adult in adults if knows_how_to_reach(world, who, hat, adult, day))


def sees_comment(world: World, who: int, hat: str, comment: Row, now: dt.datetime) -> bool:
    """What was said to all, with the post; what was said in a line, only at the two ends of that line."""
    post = world["posts"][comment["post"]]
    if comment["removed"]:
        return False
    if hears(world, who, hat, post, now):
        return True
    open_to_me = comment["line_of"] is None or comment["line_of"] == who
    return open_to_me and sees_post(world, who, hat, post, now)


def hears(world: World, who: int, hat: str, post: Row, now: dt.datetime) -> bool:
    """The school's end of every line: who wrote the post, and who works with that group or child."""
    day = day_of(now)
    if writes_at_work(world, who, hat, post, day):
        return True
    if hat != "school" or not is_out(post, now):
        return False
    groups = {row["group"] for row in live(world, who, hat, day) if row["function"] in GROUP_WORK} - {None}
    if not post["student"]:
        return post["group"] in groups
    taught = {row["group"] for row in world["enrolments"] if row["child"] == post["student"]} & groups
    return bool(taught) and sees_post(world, who, hat, post, now) and at_work_with(world, who, post, day)


def at_work_with(world: World, who: int, post: Row, day: dt.date) -> bool:
    """At the school of the post, and with the child it is about."""
    here = live(world, who, "school", day)
    at_this_school = any(row["school"] == post["school"] for row in here)
    return at_this_school and sees_child(world, who, "school", post["student"], day)


def keeps_papers(world: World, who: int, hat: str, child: int, day: dt.date) -> bool:
    """The office and the head of her school filed them; nobody else reads them."""
    here = live(world, who, hat, day) if hat == "school" else []
    schools = {row["school"] for row in here if leads(row)}
    if kept_away(world, who, child, day, "no_access"):
        return False
    return any(
        world["groups"][row["group"]]["school"] in schools
        for row in world["enrolments"]
        if row["child"] == child and runs(row, day)
    )


def knows_how_to_reach(world: World, who: int, hat: str, adult: int, day: dt.date) -> bool:
    """Address and phone number: her own, and for staff those of the guardians of their pupils."""
    if who == adult:
        return world["people"][who]["active"]
    return hat == "school" and any(
        sees_child(world, who, hat, row["child"], day)
        for row in world["guardianships"]
        if row["adult"] == adult
    )

"""Who reads what is said about a post, in plain Python over plain dicts."""

import datetime as dt

from tests.oracle.meeting import are_apart, hides
from tests.oracle.rules import (
    GROUP_WORK,
    Row,
    World,
    day_of,
    is_out,
    kept_away,
    live,
    sees_child,
    sees_post,
    writes_at_work,
)


def sees_comment(world: World, who: int, hat: str, comment: Row, now: dt.datetime) -> bool:
    """What was said to all, with the post; what was said in a line, only at the two ends of that
    line. What school says in the evening waits."""
    post, day = world["posts"][comment["post"]], day_of(now)
    if comment["removed"]:
        return False
    if hears(world, who, hat, post, now) and not is_kept_from(world, who, comment, day):
        return True
    if comment["due_at"] > now and comment["author"] != who:
        return False
    open_to_me = (
        is_open(world, who, comment, day) if comment["line_of"] is None else comment["line_of"] == who
    )
    return open_to_me and sees_post(world, who, hat, post, now)


def is_open(world: World, who: int, comment: Row, day: dt.date) -> bool:
    """Said to all by school, by herself, or by a family that does not hide and is not kept from hers."""
    author = comment["author"]
    if comment["corner"] == "school" or author == who:
        return True
    hidden = author in world["protected"] or hides(world, author)
    return not hidden and not are_apart(world, who, author, day)


def is_kept_from(world: World, who: int, comment: Row, day: dt.date) -> bool:
    """In the line, or by the hand, of a family that this colleague must not come near."""
    by = None if comment["corner"] == "school" else comment["author"]
    return is_kept(world, who, comment["line_of"], day) or is_kept(world, who, by, day)


def is_kept(world: World, who: int, line_of: int | None, day: dt.date) -> bool:
    """A line of a family with a child whom this colleague must not come near, or of that child."""
    children = {row["child"] for row in world["guardianships"] if row["adult"] == line_of} | {line_of}
    return any(kept_away(world, who, child, day, "no_access") for child in children if child)


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

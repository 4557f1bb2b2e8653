"""Who reads a private question that school would answer for all, and how the day of a child was."""

import datetime as dt

from tests.oracle.rules import GROUP_WORK, Row, World, day_of, leads, live, sees_child, sees_post
from tests.oracle.talk import hears, is_kept, sees_comment


def sees_question(world: World, who: int, hat: str, question: Row, now: dt.datetime) -> bool:
    """The two ends of the line, and after her yes, in school hours, everyone who sees the post."""
    comment = world["comments"][question["comment"]]
    post = world["posts"][comment["post"]]
    if hears(world, who, hat, post, now) and not is_kept(world, who, comment["line_of"], day_of(now)):
        return True
    if comment["removed"]:
        return False
    if comment["author"] == who and sees_comment(world, who, hat, comment, now):
        return True
    return bool(question["agreed"]) and question["due_at"] <= now and sees_post(world, who, hat, post, now)


def sees_day(world: World, who: int, hat: str, report: Row, now: dt.datetime) -> bool:
    """Her family, as far as school tells it of her, and the child herself; at work only who cares for that
    group or leads its school."""
    today = day_of(now)
    if not sees_child(world, who, hat, report["child"], today):
        return False
    if hat == "home":
        return any(row["student"] == report["child"] and row["told"] for row in live(world, who, hat, today))
    here, school = live(world, who, hat, today), world["groups"][report["group"]]["school"]
    return any(
        (row["function"] in GROUP_WORK and row["group"] == report["group"])
        or (leads(row) and row["school"] == school)
        for row in here
    )

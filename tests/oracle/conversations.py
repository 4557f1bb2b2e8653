"""Who may read conversations, in plain Python over plain dicts: one line at home, and the team at school."""

import datetime as dt

from tests.oracle.rules import GROUP_WORK, Row, World, day_of, kept_away, live, runs, sees_child


def sees_message(world: World, who: int, hat: str, message: Row, now: dt.datetime) -> bool:
    """What school wrote for the morning is there for school alone until then."""
    if message["hidden"]:  # by the leaders of the school
        return False
    talk = world["talks"][message["talk"]]
    if hears_talk(world, who, hat, talk, now):
        return True
    return message["due_at"] <= now and is_in_line(world, who, hat, talk, day_of(now))


def sees_talk(world: World, who: int, hat: str, talk: Row, now: dt.datetime) -> bool:
    """What school begins for the morning is nothing at home until then."""
    if hears_talk(world, who, hat, talk, now):
        return True
    return has_begun(world, talk, now) and is_in_line(world, who, hat, talk, day_of(now))


def has_begun(world: World, talk: Row, now: dt.datetime) -> bool:
    said = (row for row in world["messages"].values() if world["talks"][row["talk"]] is talk)
    return not talk["by_school"] or any(row["due_at"] <= now for row in said)


def is_in_line(world: World, who: int, hat: str, talk: Row, day: dt.date) -> bool:
    """At home: whose line it is, while every child in it is hers to see, at that school; and the child who
    was asked in."""
    if hat != "home":
        return False
    here = [row for row in live(world, who, hat, day) if row["school"] == talk["school"]]
    wards = {row["student"] for row in here if row["role"] == "guardian" and row["told"]}
    selves = {row["student"] for row in here if row["role"] == "student"}
    about = set(talk["children"])
    if talk["line_of"] == who:
        return bool((wards and about <= wards) or (selves and about <= selves))
    return bool(talk["with_student"] and selves and about <= selves)


def hears_talk(world: World, who: int, hat: str, talk: Row, now: dt.datetime) -> bool:
    """At school: who works with one of the children, who stands in for her, who helps, or who began it."""
    day = day_of(now)
    here = live(world, who, hat, day) if hat == "school" else []
    if not any(row["school"] == talk["school"] for row in here):
        return False
    if began(world, who, talk, day):
        return True
    if any(is_kept_from(world, who, child, day) for child in talk["children"]):
        return False
    if talk["team"] == "help":
        return any(
            row["function"] == "key_user" and row["school"] == talk["school"] and row["group"] is None
            for row in here
        )
    if works_with_one(world, who, talk, day):
        return True
    return not talk["done"] and any(
        works_with_one(world, leave["person"], talk, day)
        for leave in world["leaves"]
        if leave["deputy"] == who and runs(leave, day)
    )


def began(world: World, who: int, talk: Row, day: dt.date) -> bool:
    return (
        talk["by_school"]
        and talk["started_by"] == who
        and all(sees_child(world, who, "school", child, day) for child in talk["children"])
    )


def works_with_one(world: World, who: int, talk: Row, day: dt.date) -> bool:
    """In a group of that school where one of the children sits today."""
    mine = {
        row["group"]
        for row in world["appointments"]
        if row["person"] == who and runs(row, day) and row["function"] in GROUP_WORK
    }
    return any(
        row["group"] in mine and world["groups"][row["group"]]["school"] == talk["school"]
        for row in world["enrolments"]
        if row["child"] in talk["children"] and runs(row, day)
    )


def is_kept_from(world: World, who: int, child: int, day: dt.date) -> bool:
    """By a block, or because the place of the child must stay secret and she was not named."""
    secret = child in world["protected"] and who not in world["protected"][child]
    return secret or kept_away(world, who, child, day, "no_access")

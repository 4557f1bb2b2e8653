"""Who may read conversations, in plain Python over plain dicts: one line at home, and the team at school."""

import datetime as dt

from tests.oracle.rules import GROUP_WORK, Row, World, age, day_of, kept_away, live, runs, sees_child


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
        return bool(
            (wards and about <= wards) or (selves and about <= selves) or is_by_law(world, here, talk, day)
        )
    return bool(talk["with_student"] and selves and about <= selves)


def is_by_law(world: World, here: list[Row], talk: Row, day: dt.date) -> bool:
    """She asked the mentor how a student is doing whom she answers for, and who is not 18."""
    about = set(talk["children"])
    answers = {
        row["student"]
        for row in here
        if row["role"] == "guardian" and row["sees_child"] and row["may_answer"]
    }
    born = [world["people"][child]["born"] for child in about]
    minors = all(day_born is None or age(day_born, day) < 18 for day_born in born)
    return talk["team"] == "mentor" and bool(answers) and about <= answers and minors


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
    if talk["team"] == "mentor" and is_family(world, who, talk):
        return False
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


def is_family(world: World, who: int, talk: Row) -> bool:
    return any(row["adult"] == who and row["child"] in talk["children"] for row in world["guardianships"])


def works_with_one(world: World, who: int, talk: Row, day: dt.date) -> bool:
    """In a group of that school where one of the children sits today; how she is, only who mentors her."""
    functions = {"mentor", "career_coach"} if talk["team"] == "mentor" else GROUP_WORK
    mine = {
        row["group"]
        for row in world["appointments"]
        if row["person"] == who and runs(row, day) and row["function"] in functions
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

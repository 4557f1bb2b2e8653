"""Who may know of the daily arrangements, in plain Python: a fact about the child is for whoever answers for
her; what one guardian arranges, asks or says of herself is for her and for school."""

import datetime as dt
from collections.abc import Iterator

from tests.oracle.looking import classes_at, keeps
from tests.oracle.rules import Row, World, day_of, decides_herself, kept_away, leads, live, runs, sees_child


def sees_absence(world: World, who: int, hat: str, absence: Row, now: dt.datetime) -> bool:
    """At home whoever answers for the child, and she herself; at school whoever may know the child there."""
    day, child = day_of(now), absence["child"]
    here = live(world, who, hat, day)
    if hat == "home":
        return is_told(world, who, child, absence["school"], day)
    at_this_school = any(row["school"] == absence["school"] for row in here)
    return at_this_school and sees_child(world, who, hat, child, day)


def is_told(world: World, who: int, child: int, school: int | None, day: dt.date) -> bool:
    """She herself; and whoever answers for her, unless she decided herself there and does not show it."""
    mine = [row for row in live(world, who, "home", day) if row["student"] == child]
    kept = keeps(world, who, child, "presence", day, school)
    return any(row["role"] == "student" or (row["may_answer"] and not kept) for row in mine)


def sees_upload(world: World, who: int, hat: str, upload: Row, now: dt.datetime) -> bool:
    """A file with absences and its lines: the head and the office of that school."""
    here = live(world, who, hat, day_of(now)) if hat == "school" else []
    return any(row["school"] == upload["school"] and leads(row) for row in here)


def sees_leave(world: World, who: int, hat: str, leave: Row, now: dt.datetime) -> bool:
    """Who asked, as long as she speaks for the child; and the head and the office of that school."""
    day, child = day_of(now), leave["child"]
    if hat == "home":
        return leave["by"] == who and speaks_at(world, who, child, leave["school"], day)
    led = any(row["school"] == leave["school"] and leads(row) for row in live(world, who, hat, day))
    return led and sees_child(world, who, hat, child, day)


def sees_near(world: World, who: int, hat: str, near: Row, now: dt.datetime) -> bool:
    """Who named her; at school who says yes or no, and after a yes whoever may know the child, as long as who
    named her answers for it."""
    day, child = day_of(now), near["child"]
    if hat == "home":
        return near["by"] == who and speaks_for(world, who, child, day)
    if near["agreed"] is None:
        return child in led_by(world, who, day)
    return bool(near["agreed"]) and sees_child(world, who, hat, child, day) and answers(world, near, day)


def answers(world: World, near: Row, day: dt.date) -> bool:
    here = live(world, near["by"], "home", day)
    mine = [row for row in here if row["student"] == near["child"]]
    return any(row["role"] == "student" or row["may_answer"] for row in mine)


def sees_correction(world: World, who: int, hat: str, correction: Row, now: dt.datetime) -> bool:
    """She whom it is about; and the office of her school or her children's, unless one of them is hidden from
    it. Of an address that it answered the office sees nothing more."""
    if correction["person"] == who:
        return bool(world["people"][who]["active"])
    if hat == "home" or (correction["field"] == "address" and correction["answered"]):
        return False
    family = {row["child"] for row in world["guardianships"] if row["adult"] == correction["person"]}
    family.add(correction["person"])
    led = led_by(world, who, day_of(now))
    return bool(family & led) and all(child in led for child in family if child in world["protected"])


def speaks_for(world: World, who: int, child: int, day: dt.date) -> bool:
    """A guardian who answers for a child; from the age of the law or of her school, she herself."""
    here = [row for row in live(world, who, "home", day) if row["student"] == child]
    grown = any(of_age(world, child, school, day) for school in schools_of(world, child, day))
    return any(row["role"] == "student" if grown else row["may_answer"] for row in here)


def speaks_at(world: World, who: int, child: int, at: int, day: dt.date) -> bool:
    """About what belongs to a school: where she decides herself, or did when she left it, only she does."""
    sat = bool(classes_at(world, child, at, day))
    hers = sat and decides_herself(world, child, world["schools"][at], day)
    herself = any(
        row["role"] == "student" and row["student"] == child for row in live(world, who, "home", day)
    )
    return speaks_for(world, who, child, day) and (herself or not hers)


def of_age(world: World, child: int, school: Row, day: dt.date) -> bool:
    return world["people"][child]["born"] is not None and decides_herself(world, child, school, day)


def schools_of(world: World, child: int, day: dt.date) -> Iterator[Row]:
    for row in world["enrolments"]:
        if row["child"] == child and runs(row, day):
            yield world["schools"][world["groups"][row["group"]]["school"]]


def led_by(world: World, who: int, day: dt.date) -> set[int]:
    """Children, also those still to come, of the schools she leads; a protected one for the head and for who
    was named."""
    jobs = [row for row in live(world, who, "school", day) if leads(row)]
    return {
        row["child"]
        for row in world["enrolments"]
        for job in jobs
        if world["groups"][row["group"]]["school"] == job["school"]
        and (row["ends"] is None or row["ends"] >= day)
        and not kept_away(world, who, row["child"], day, "no_access")
        and is_open_to(world, who, row["child"], job)
    }


def is_open_to(world: World, who: int, child: int, job: Row) -> bool:
    readers = world["protected"].get(child)
    return readers is None or who in readers or job["function"] == "head"

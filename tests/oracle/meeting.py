"""What parents let a class know of themselves, in plain Python over plain dicts."""

import datetime as dt

from tests.oracle.rules import GROUP_WORK, Row, World, day_of, kept_away, live, sees_child


def sees_trait(world: World, who: int, hat: str, trait: Row, now: dt.datetime) -> bool:
    own = hat == "home" and trait["person"] == who
    return own or knows(world, who, hat, trait["person"], trait["field"], day_of(now))


def sees_face(world: World, who: int, hat: str, face: Row, now: dt.datetime) -> bool:
    """Those around this person; another parent or whoever works with the class, if she ticked it for them."""
    person, day = face["person"], day_of(now)
    if person == who or sees_child(world, who, hat, person, day):
        return True
    if is_guardian_of_her(world, who, hat, person, day):
        return True
    if is_family_of_a_pupil(world, who, hat, person, day) or works_there(world, who, hat, person, day):
        return True
    return knows(world, who, hat, person, "face", day)


def is_guardian_of_her(world: World, who: int, hat: str, person: int, day: dt.date) -> bool:
    """Of a student at home, while he counts as one."""
    is_student = any(row["role"] == "student" for row in live(world, who, hat, day))
    theirs = {row["student"] for row in live(world, person, "home", day) if row["role"] == "guardian"}
    return is_student and who in theirs


def is_family_of_a_pupil(world: World, who: int, hat: str, person: int, day: dt.date) -> bool:
    """For school: the guardians of those whom she teaches or leads."""
    theirs = [row["student"] for row in live(world, person, "home", day) if row["role"] == "guardian"]
    return hat == "school" and any(sees_child(world, who, hat, child, day) for child in theirs)


def works_there(world: World, who: int, hat: str, person: int, day: dt.date) -> bool:
    """At a school where one comes oneself."""
    here = {row["school"] for row in live(world, who, hat, day)} - {None}
    return any(row["school"] in here for row in live(world, person, "school", day))


def knows(world: World, who: int, hat: str, person: int, field: str, day: dt.date) -> bool:
    """She shares this with a class of the reader's, sits in it, and nothing keeps the two apart."""
    groups = {s["group"] for s in world["shares"] if s["person"] == person and s["field"] == field}
    if not groups or hides(world, person) or are_apart(world, who, person, day):
        return False
    if field in ("email", "phone") and who != person and share_a_child(world, who, person):
        return False
    return any(meets(world, who, hat, group, day) and sits(world, person, group, day) for group in groups)


def share_a_child(world: World, who: int, person: int) -> bool:
    """Two homes of one child, whatever became of either: neither finds the other through school."""
    children = [
        {g["child"] for g in world["guardianships"] if g["adult"] == adult} for adult in (who, person)
    ]
    return bool(children[0] & children[1])


def sits(world: World, person: int, group: int, day: dt.date) -> bool:
    here = live(world, person, "home", day)
    return any(row["role"] == "guardian" and row["group"] == group and row["opens"] for row in here)


def meets(world: World, who: int, hat: str, group: int, day: dt.date) -> bool:
    """As a parent of that class, or working with it."""
    here = live(world, who, hat, day)
    if hat == "school":
        return any(row["group"] == group and row["function"] in GROUP_WORK for row in here)
    return any(row["role"] == "guardian" and row["group"] == group and row["opens"] for row in here)


def hides(world: World, person: int) -> bool:
    """A family whose place must stay secret."""
    return any(g["adult"] == person and g["child"] in world["protected"] for g in world["guardianships"])


def are_apart(world: World, who: int, person: int, day: dt.date) -> bool:
    """Also of a child herself."""
    theirs = {g["child"] for g in world["guardianships"] if g["adult"] == person} | {person}
    mine = {g["child"] for g in world["guardianships"] if g["adult"] == who} | {who}
    return any(kept_away(world, who, child, day, "no_access") for child in theirs) or any(
        kept_away(world, person, child, day, "no_access") for child in mine
    )

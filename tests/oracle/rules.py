"""Who may read what, in plain Python over plain dicts. Knows no Django, so it cannot share a fault with it.

The rules are those of the threat model: in doubt the answer is no. A world is a dict of lists and dicts,
as `empty_world` shows; days are dates, moments are aware datetimes, `ends` is the last day that counts.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from tests.oracle.empty import beside

World = dict[str, Any]
Row = dict[str, Any]

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
GROUP_WORK = {"teacher", "mentor", "career_coach", "care_worker"}
LEADING = {"head", "office"}
REMEMBERED = dt.timedelta(days=365)  # how long a class that was left stays readable
HATS = ("home", "school")  # the two worlds of one person


def empty_world() -> World:
    return {
        "people": {},  # id: {born, active}
        "schools": {},  # id: {board, sector, guardians_until}
        "groups": {},  # id: {school, layer, kind}
        "guardianships": [],  # {adult, child, kind, approved, sees_child, sees_group, may_answer, ...}
        "restrictions": [],  # {adult, child, kind, starts, ends}
        "grants": [],  # {adult, child, kind, starts, ends}
        "protected": {},  # child: the colleagues who were named
        "enrolments": [],  # {child, group, starts, ends}
        "appointments": [],  # {person, board, school, group, function, starts, ends}
        "posts": {},  # id: {author, school, group, student, lines, out_at}
        "comments": {},  # id: {post, author, line_of, removed, due_at}
        "photos": {},  # id: {by, school, posts, stories, blocks, groups, checked, removed, absent, …}
        "attachments": {},  # id: {owner, hat, school, comments, posts, photos, messages, stories, …}
        "talks": {},  # id: {school, line_of, with_student, team, started_by, by_school, children, done}
        "notes": {},  # of the team of a conversation: the same rows as talks
        "messages": {},  # id: {talk, due_at}
        "leaves": [],  # {person, deputy, starts, ends}
        "days": {},  # how a day was: {child, school, group}
        "questions": {},  # answered for all: {comment, agreed}
        "absences": {},  # id: {child, school}
        "leave_requests": {},  # id: {child, school, by}
        "near": {},  # people near a child, id: {child, by, agreed}
        "corrections": {},  # id: {person, field, answered}
        "phones": {},  # that ring, id: {person}
        "carried": {},  # letters that go along with a child, id: {child, group}
        "interpreters": {},  # asked for, id: {person, school}
        "answers": [],  # about photos: {child, purpose, by, shown, at}
    } | beside()


# Days ----------------------------------------------------------------------------------------------


def runs(row: Row, day: dt.date) -> bool:
    return row["starts"] <= day and (row["ends"] is None or row["ends"] >= day)


def age(born: dt.date, day: dt.date) -> int:
    """Whole years. Born on 29 February counts on the 28th in a year without a 29th."""
    month, date = born.month, born.day
    if (month, date) == (2, 29) and not is_leap(day.year):
        date = 28
    return day.year - born.year - ((day.month, day.day) < (month, date))


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def day_of(moment: dt.datetime) -> dt.date:
    return moment.astimezone(AMSTERDAM).date()


# Adult and child -----------------------------------------------------------------------------------


def kept_away(world: World, adult: int, child: int, day: dt.date, kind: str) -> bool:
    return any(
        row["adult"] == adult and row["child"] == child and row["kind"] == kind and runs(row, day)
        for row in world["restrictions"]
    )


def decides_herself(world: World, child: int, school: Row, day: dt.date) -> bool:
    """Old enough that guardians look along only if she lets them."""
    born = world["people"][child]["born"]
    if born is None:
        return school["sector"] not in ("primary", "childcare")
    return age(born, day) >= school["guardians_until"]


def shown(world: World, child: int, adult: int, day: dt.date) -> set[str]:
    """The kinds that she shows this adult of her own choice."""
    return {
        row["kind"]
        for row in world["grants"]
        if row["child"] == child and row["adult"] == adult and runs(row, day)
    }


def is_refused(world: World, child: int, adult: int) -> bool:
    """She objects to this adult, and school has not decided otherwise."""
    return any(
        row["child"] == child and row["adult"] == adult and row["stands"] for row in world["objections"]
    )


def bonds(world: World, adult: int, child: int, day: dt.date) -> list[Row]:
    """The rows that make this adult a guardian that day: agreed, running, and not overruled."""
    if kept_away(world, adult, child, day, "no_access"):
        return []
    return [
        row
        for row in world["guardianships"]
        if row["adult"] == adult and row["child"] == child and row["approved"] and runs(row, day)
    ]


# Places --------------------------------------------------------------------------------------------


def places(world: World, who: int, hat: str, day: dt.date) -> Iterator[Row]:
    """Where this person belongs, wearing that hat: also what she left within a year."""
    if not world["people"][who]["active"]:
        return
    if hat == "school":
        yield from workplaces(world, who)
        return
    children = {tie["child"] for tie in world["guardianships"] if tie["adult"] == who}
    for row in world["enrolments"]:
        if row["child"] == who:
            yield place(world, row, role="student", child=True, group=True)
        if row["child"] in children:  # of the others she is no guardian: asking costs a minute of the tests
            yield from guardian_places(world, who, row, day)


def guardian_places(world: World, who: int, enrolment: Row, day: dt.date) -> Iterator[Row]:
    child = enrolment["child"]
    school = world["schools"][world["groups"][enrolment["group"]]["school"]]
    kinds, grown = shown(world, child, who, day), decides_herself(world, child, school, day)
    if grown and not kinds:
        return
    told = (not grown or "news" in kinds) and not is_refused(world, child, who)
    narrowed = kept_away(world, who, child, day, "child_only")
    for bond in bonds(world, who, child, day):
        if bond["sees_child"] or bond["sees_group"]:
            opens = bond["sees_group"] and not narrowed and told
            seat = place(world, enrolment, role="guardian", child=bond["sees_child"], group=opens)
            yield seat | {"may_answer": bond["may_answer"], "told": told and bond["sees_child"]}


def place(world: World, enrolment: Row, *, role: str, child: bool, group: bool) -> Row:
    school = world["groups"][enrolment["group"]]["school"]
    return {
        "role": role,
        "function": "",
        "board": world["schools"][school]["board"],
        "school": school,
        "group": enrolment["group"],
        "student": enrolment["child"],
        "sees_child": child,
        "told": child,  # what school says about her
        "may_answer": False,  # on behalf of a child
        "opens": group,
        "starts": enrolment["starts"],
        "ends": enrolment["ends"],
    }


def workplaces(world: World, who: int) -> Iterator[Row]:
    for row in world["appointments"]:
        if row["person"] == who:
            yield row | {"role": "staff", "student": None, "sees_child": False, "told": False, "opens": True}


def live(world: World, who: int, hat: str, day: dt.date) -> list[Row]:
    return [row for row in places(world, who, hat, day) if runs(row, day)]


def left(world: World, who: int, hat: str, day: dt.date) -> Iterator[Row]:
    """Groups a child left within a year, while she still sits in the same school."""
    here = {(row["student"], row["school"]) for row in live(world, who, hat, day)}
    for row in places(world, who, hat, day):
        gone = row["ends"] is not None and day - REMEMBERED <= row["ends"] < day and row["starts"] <= day
        if gone and row["student"] and (row["student"], row["school"]) in here:
            yield row


# What one may read ---------------------------------------------------------------------------------


def fits(line: Row, row: Row) -> bool:
    """A phrase such as "guardians of 5A" counts this place in."""
    if line["role"] and line["role"] != row["role"]:
        return False
    if line["student"]:
        return bool(row["student"] == line["student"] and row["told"])
    scope = next(name for name in ("group", "school", "board") if line[name])
    return bool(row["opens"] and row[scope] == line[scope])


def sees_post(world: World, who: int, hat: str, post: Row, now: dt.datetime) -> bool:
    if writes_at_work(world, who, hat, post, day_of(now)):
        return True
    return is_out(post, now) and (
        is_addressed(world, who, hat, post, day_of(now))
        or comes_with_the_job(world, who, hat, post, day_of(now))
    )


def is_out(post: Row, now: dt.datetime) -> bool:
    """Shared, its moment has come, and nobody took it back."""
    return post["out_at"] is not None and post["out_at"] <= now


def writes_at_work(world: World, who: int, hat: str, post: Row, day: dt.date) -> bool:
    """Its author, as long as she works at that school and may know the child it is about."""
    here = live(world, who, "school", day)
    if hat != "school" or post["author"] != who or not any(row["school"] == post["school"] for row in here):
        return False
    return not post["student"] or sees_child(world, who, hat, post["student"], day)


def is_addressed(world: World, who: int, hat: str, post: Row, day: dt.date) -> bool:
    here, gone = live(world, who, hat, day), list(left(world, who, hat, day))
    return any(
        any(fits(line, row) for row in here) or any(recalls(line, row, post["out_at"]) for row in gone)
        for line in post["lines"]
    )


def comes_with_the_job(world: World, who: int, hat: str, post: Row, day: dt.date) -> bool:
    """What is for a group, her colleagues there; what is for all, the school's leaders; and around one
    child, whoever may know that child."""
    here = live(world, who, hat, day) if hat == "school" else []
    if post["student"]:
        at_this_school = any(row["school"] == post["school"] for row in here)
        return at_this_school and sees_child(world, who, hat, post["student"], day)
    return any(row["school"] == post["school"] and leads(row) for row in here) or shares_group(here, post)


def shares_group(here: list[Row], post: Row) -> bool:
    return any(
        row["function"] in GROUP_WORK and row["group"] == post["group"] for row in here if row["group"]
    )


def leads(row: Row) -> bool:
    return row["function"] in LEADING and row["group"] is None


def recalls(line: Row, row: Row, out_at: dt.datetime) -> bool:
    """Old news of a group that was left: only what came out while one was in it."""
    return bool(line["group"] and fits(line, row) and day_of(out_at) <= row["ends"])


def sees_child(world: World, who: int, hat: str, child: int, day: dt.date) -> bool:
    """May open the page about this child."""
    here = live(world, who, hat, day)
    if hat == "home":
        return any(row["student"] == child and row["sees_child"] for row in here)
    if child in world["protected"] and who not in world["protected"][child]:
        return False
    if kept_away(world, who, child, day, "no_access"):
        return False
    groups = {row["group"] for row in here if row["function"] in GROUP_WORK}
    schools = {row["school"] for row in here if leads(row)}
    return any(
        row["group"] in groups or world["groups"][row["group"]]["school"] in schools
        for row in world["enrolments"]
        if row["child"] == child and runs(row, day)
    )

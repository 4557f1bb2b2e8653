"""Changes after which nobody may read more than before."""

import copy
import datetime as dt
from collections.abc import Callable

from tests.oracle.drawing import ADULTS, CHILDREN, NOW, POSTS, TODAY, YESTERDAY
from tests.oracle.family_worlds import end_a_share, remove_question, remove_story, share_no_more
from tests.oracle.rules import Row, World, age, decides_herself
from tests.oracle.student_worlds import OF_STUDENTS

Change = Callable[[World, int], None]


def block(world: World, pick: int) -> None:
    pair = {"adult": ADULTS[pick % 3], "child": CHILDREN[pick % 2]}
    world["restrictions"].append(pair | {"kind": "no_access", "starts": YESTERDAY, "ends": None})


def narrow(world: World, pick: int) -> None:
    block(world, pick)
    world["restrictions"][-1]["kind"] = "child_only"


def come_of_age(world: World, pick: int) -> None:
    """Of a student who decided about her photos already: that moved two years ago, at sixteen."""
    child = world["people"][CHILDREN[pick % 2]]
    if child["born"] and age(child["born"], TODAY) in (16, 17):
        child["born"] = dt.date(2008, 11, 19)


def suspend(world: World, pick: int) -> None:
    world["people"][ADULTS[pick % 3]]["active"] = False


def protect(world: World, pick: int) -> None:
    world["protected"].setdefault(CHILDREN[pick % 2], [])


def withdraw_post(world: World, pick: int) -> None:
    world["posts"][POSTS[pick % 3]]["out_at"] = None


def remove_comment(world: World, pick: int) -> None:
    world["comments"][pick % 2 + 1]["removed"] = True


def take_back_a_yes(world: World, pick: int) -> None:
    world["questions"][1]["agreed"] = False


def remove_photo(world: World, pick: int) -> None:
    world["photos"][1]["removed"] = True


def refuse_photo(world: World, pick: int) -> None:
    tie = pick_of(world["guardianships"], pick)
    if tie and tie["kind"] in ("custody", "foster"):
        said = {"child": tie["child"], "by": tie["adult"], "purpose": "class_app", "shown": False, "at": NOW}
        world["answers"].append(said)


def note_address(world: World, pick: int) -> None:
    """The office wrote it in its own books, or would not."""
    correction = world["corrections"].get(1)
    if correction and correction["answered"] is None:
        correction["answered"] = bool(pick % 2)


def expire(kind: str) -> Change:
    def end(world: World, pick: int) -> None:
        row = pick_of(world[kind], pick)
        if row and (row["ends"] is None or row["ends"] > YESTERDAY):
            row["ends"] = YESTERDAY

    return end


def leave_group(world: World, pick: int) -> None:
    """Of a student who decides herself at each of her schools, or at none: who leaves the one where she did
    is under guardians again at the other, and that is meant (decision 176)."""
    row = pick_of(world["enrolments"], pick)
    hers = [one for one in world["enrolments"] if row and one["child"] == row["child"]]
    schools = [world["schools"][world["groups"][one["group"]]["school"]] for one in hers]
    if len({decides_herself(world, row["child"], school, TODAY) for school in schools if row}) == 1:
        expire("enrolments")(world, pick)


def pick_of(found: list[Row], pick: int) -> Row | None:
    return found[pick % len(found)] if found else None


def hide_message(world: World, pick: int) -> None:
    world["messages"][1]["hidden"] = True


def finish(world: World, pick: int) -> None:
    world["talks"][1]["done"] = True


LOOKING: dict[str, Change] = OF_STUDENTS | {"an expired extra look": expire("extras")}
CHANGES: dict[str, Change] = {
    "a conversation that is done": finish,
    "a message hidden": hide_message,
    "an expired leave": expire("leaves"),
    "a block": block,
    "a block on the group": narrow,
    "an eighteenth birthday": come_of_age,
    "a suspension": suspend,
    "a protection": protect,
    "a withdrawn post": withdraw_post,
    "a comment removed": remove_comment,
    "a yes taken back": take_back_a_yes,
    "a story removed": remove_story,
    "work that is shared no more": share_no_more,
    "work whose last day was": end_a_share,
    "a question of a parent removed": remove_question,
    "a new address that school answered": note_address,
    "a photo removed": remove_photo,
    "a photo refused": refuse_photo,
    "an expired guardianship": expire("guardianships"),
    "an expired grant": expire("grants"),
    "an expired enrolment": leave_group,
    "an expired appointment": expire("appointments"),
}


def changed(world: World, change: Change, pick: int) -> World:
    after = copy.deepcopy(world)
    change(after, pick)
    return after

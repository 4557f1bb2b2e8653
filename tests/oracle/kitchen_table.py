"""What was said at the kitchen table, in plain Python: whose it is, and nobody else's."""

import datetime as dt

from tests.oracle.at_table import teaches
from tests.oracle.looking import comes_in
from tests.oracle.rules import Row, World, day_of, live, sees_child, sees_post


def sees_tick(world: World, who: int, hat: str, tick: Row, now: dt.datetime) -> bool:
    """Hers as long as she sees this child at home; and the child's. No other guardian's."""
    if hat != "home" or who not in (tick["person"], tick["child"]):
        return False
    return sees_child(world, who, hat, tick["child"], day_of(now))


def sees_wish(world: World, who: int, hat: str, wish: Row, now: dt.datetime) -> bool:
    """What a child asks to be asked: her own, and her guardians' as long as she lets them. One to whom she
    objects hears nothing, and of age she grants it. Unless the leaders took it away."""
    if hat != "home" or wish["gone"]:
        return False
    day, child = day_of(now), wish["child"]
    here = live(world, who, hat, day)
    herself = any(row["role"] == "student" and row["student"] == child for row in here)
    return herself or comes_in(world, who, "table", child, day, None)


def sees_eager(world: World, who: int, hat: str, said: Row, now: dt.datetime) -> bool:
    """That she asks to be asked about a post: hers, and of the guardians who hear of a wish those who may
    read that post."""
    if hat != "home":
        return False
    day, child = day_of(now), said["child"]
    here = live(world, who, hat, day)
    if any(row["role"] == "student" and row["student"] == child for row in here):
        return True
    post = world["posts"][said["post"]]
    return comes_in(world, who, "table", child, day, None) and sees_post(world, who, hat, post, now)


def sees_reflection(world: World, who: int, hat: str, answer: Row, now: dt.datetime) -> bool:
    """The same; at work whoever teaches her, if she likes that."""
    if hat == "home":
        return sees_wish(world, who, hat, answer, now)
    taught = teaches(world, who, hat, answer["child"], now)
    may_know = sees_child(world, who, hat, answer["child"], day_of(now))
    return bool(answer["for_teacher"] and not answer["gone"] and taught and may_know)

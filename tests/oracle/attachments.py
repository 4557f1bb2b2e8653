"""Who gets an attachment, in plain Python over plain dicts: who brought it, and who sees what carries it."""

import datetime as dt

from tests.oracle.among_parents import sees_answer, sees_asked
from tests.oracle.assignments import sees_outcome
from tests.oracle.at_table_sides import sees_home, sees_point, sees_said, sees_written
from tests.oracle.away import sees_leave
from tests.oracle.conversations import sees_message
from tests.oracle.kitchen_table import sees_reflection, sees_wish
from tests.oracle.photos import sees_photo
from tests.oracle.questions import sees_day
from tests.oracle.rules import Row, World, day_of, live, sees_post
from tests.oracle.talk import sees_comment
from tests.oracle.telling import judges, sees_story
from tests.oracle.works import hears_echo, looks_back_at_goal, sees_goal, sees_work


def sees_attachment(world: World, who: int, hat: str, one: Row, now: dt.datetime) -> bool:
    return brought(world, who, hat, one, day_of(now)) or (
        any(sees_comment(world, who, hat, world["comments"][key], now) for key in one["comments"])
        or any(sees_message(world, who, hat, world["messages"][key], now) for key in one["messages"])
        or any(sees_post(world, who, hat, world["posts"][key], now) for key in one["posts"])
        or any(sees_story(world, who, hat, world["stories"][key], now) for key in one["stories"])
        or any(sees_work(world, who, hat, world["works"][key], now) for key in one["works"])
        or any(hears_echo(world, who, hat, world["echoes"][key], now) for key in one["echoes"])
        or any(sees_asked(world, who, hat, world["asked"][key], now) for key in one["asked"])
        or any(sees_answer(world, who, hat, world["given"][key], now) for key in one["given"])
        or any(
            sees_leave(world, who, hat, world["leave_requests"][key], now)
            for key in one["leaves"] | one["decided"]
        )
        or any(sees_day(world, who, hat, world["days"][key], now) for key in one["days"])
        or any(sees_said(world, who, hat, world["said"][key], now) for key in one["sides"])
        or any(sees_home(world, who, hat, world["home_situations"][key], now) for key in one["homes"])
        or any(sees_point(world, who, hat, world["points"][key], now) for key in one["raised"])
        or any(sees_written(world, who, hat, world["table_notes"][key], now) for key in one["noted"])
        or any(sees_written(world, who, hat, world["records"][key], now) for key in one["recorded"])
        or any(sees_goal(world, who, hat, world["goals"][key], now) for key in one["aims"])
        or any(looks_back_at_goal(world, who, hat, world["goals"][key], now) for key in one["aimed"])
        or any(sees_wish(world, who, hat, world["wishes"][key], now) for key in one["wished"])
        or any(sees_reflection(world, who, hat, world["reflections"][key], now) for key in one["reflections"])
        or any(sees_outcome(world, who, hat, world["outcomes"][key], now) for key in one["outcomes"])
        or any(judges(world, who, hat, world["cases"][key], now) for key in one["cases"])
        or any(sees_photo(world, who, hat, world["photos"][key], now) for key in one["photos"])
    )


def brought(world: World, who: int, hat: str, one: Row, day: dt.date) -> bool:
    """Her own, in the hat in which she brought it, while she belongs to that school."""
    here = live(world, who, hat, day)
    return one["owner"] == who and one["hat"] == hat and any(row["school"] == one["school"] for row in here)

"""Small worlds for hypothesis, and the changes after which nobody may read more than before."""

import copy
import datetime as dt
from collections.abc import Callable

from hypothesis import strategies as st

from tests.oracle.family_worlds import among_families, remove_story
from tests.oracle.rules import AMSTERDAM, Row, World, age

NOW = dt.datetime(2026, 11, 19, 15, 0, tzinfo=AMSTERDAM)
TODAY = NOW.date()
YESTERDAY = TODAY - dt.timedelta(days=1)
ADULTS, CHILDREN, GROUPS, POSTS = [1, 2, 3], [11, 12], [1, 2, 3], [1, 2, 3]

started = st.sampled_from([dt.date(2026, 8, 1)] * 4 + [dt.date(2026, 9, 15), dt.date(2026, 12, 1)])
ended = st.sampled_from([None] * 4 + [dt.date(2026, 10, 16), TODAY, dt.date(2027, 7, 1)])
moments = st.datetimes(dt.datetime(2026, 8, 1), dt.datetime(2026, 11, 30), timezones=st.just(AMSTERDAM))
flags = st.booleans()
adults, children, groups = st.sampled_from(ADULTS), st.sampled_from(CHILDREN), st.sampled_from(GROUPS)


def rows(**fields: st.SearchStrategy) -> st.SearchStrategy[list[Row]]:
    return st.lists(st.fixed_dictionaries(fields), max_size=5)


def dated(**fields: st.SearchStrategy) -> st.SearchStrategy[list[Row]]:
    return rows(starts=started, ends=ended, **fields)


def people() -> st.SearchStrategy[dict[int, Row]]:
    born = st.sampled_from([None, *(dt.date(year, 6, 1) for year in (2006, 2009, 2014, 2018))])
    someone = st.fixed_dictionaries({"born": born, "active": st.sampled_from([True, True, True, False])})
    return st.fixed_dictionaries({key: someone for key in ADULTS + CHILDREN})


def posts() -> st.SearchStrategy[dict[int, Row]]:
    line = {"role": st.sampled_from(["", "guardian", "student", "staff"]), "board": st.none()}
    scopes = [
        st.fixed_dictionaries(line | {"school": st.just(1), "group": st.none(), "student": st.none()}),
        st.fixed_dictionaries(line | {"school": st.none(), "group": groups, "student": st.none()}),
        st.fixed_dictionaries(line | {"school": st.none(), "group": st.none(), "student": children}),
    ]
    place = st.sampled_from([(None, None), (1, None), (2, None), (None, 11), (None, 12)])
    fields = {
        "author": adults,
        "school": st.sampled_from([1, 2]),
        "out_at": st.none() | moments,
        "place": place,
    }
    fields["lines"] = st.lists(st.one_of(scopes), min_size=1, max_size=2)
    post = st.fixed_dictionaries(fields).map(placed)
    return st.fixed_dictionaries({key: post for key in POSTS})


def placed(post: Row) -> Row:
    post["group"], post["student"] = post.pop("place")
    return post


def photos() -> st.SearchStrategy[dict[int, Row]]:
    said = st.sets(children, max_size=1)
    photo = {"posts": st.just([1]), "purpose": st.just("class_app"), "by": adults, "school": st.just(1)}
    photo["stories"] = st.just([])
    photo |= {
        "groups": st.just([(1, dt.date(2026, 11, 10))]),
        "checked": st.just(True),
        "removed": st.just(False),
    }
    photo |= {"absent": said, "covered": said, "limited": said}
    return st.fixed_dictionaries({1: st.fixed_dictionaries(photo)})


def comments() -> st.SearchStrategy[dict[int, Row]]:
    said = {
        "post": st.sampled_from(POSTS),
        "author": adults,
        "line_of": st.none() | adults,
        "removed": st.just(False),
    }
    return st.fixed_dictionaries({key: st.fixed_dictionaries(said) for key in (1, 2)})


def attachments() -> st.SearchStrategy[dict[int, Row]]:
    one = {"owner": adults, "hat": st.sampled_from(["home", "school"]), "school": st.just(1)}
    one |= {"comments": st.just({1}), "posts": st.sampled_from([set(), {2}]), "photos": st.just(set())}
    one["messages"] = st.just({1})
    return st.fixed_dictionaries({1: st.fixed_dictionaries(one)})


def talks() -> st.SearchStrategy[dict[int, Row]]:
    talk = {
        "school": st.just(1),
        "line_of": adults | children,
        "with_student": flags,
        "team": st.sampled_from(["child", "child", "child", "help"]),
        "started_by": adults,
        "by_school": flags,
        "children": st.lists(children, min_size=1, max_size=2, unique=True),
        "done": flags,
    }
    return st.fixed_dictionaries({1: st.fixed_dictionaries(talk)})


def messages() -> st.SearchStrategy[dict[int, Row]]:
    message = st.fixed_dictionaries({"talk": st.just(1), "due_at": moments})
    return st.fixed_dictionaries({1: message})


def class_life() -> st.SearchStrategy[World]:
    """A question answered for all, and the day of a child."""
    question = st.fixed_dictionaries({"comment": st.sampled_from([1, 2]), "agreed": flags})
    day = st.fixed_dictionaries({"child": children, "group": groups})
    return st.fixed_dictionaries(
        {"questions": st.fixed_dictionaries({1: question}), "days": st.fixed_dictionaries({1: day})}
    )


def arrangements() -> st.SearchStrategy[World]:
    """Who is away, what somebody asks the head, and whom somebody sends to fetch."""
    place = {"child": children, "school": st.sampled_from([1, 2])}
    away = st.fixed_dictionaries({1: st.fixed_dictionaries(place)})
    by = st.fixed_dictionaries({1: st.fixed_dictionaries(place | {"by": adults})})
    named = st.fixed_dictionaries(
        {1: st.fixed_dictionaries({"child": children, "by": adults, "agreed": st.sampled_from([None, True])})}
    )
    own = st.fixed_dictionaries({1: st.fixed_dictionaries({"person": adults})})
    return st.fixed_dictionaries({"absences": away, "leave_requests": by, "near": named, "corrections": own})


def schools() -> st.SearchStrategy[dict[int, Row]]:
    one = {"board": st.sampled_from([1, 2]), "guardians_until": st.sampled_from([16, 18])}
    one["sector"] = st.sampled_from(["primary", "secondary", "vocational"])
    return st.fixed_dictionaries({1: st.fixed_dictionaries(one), 2: st.fixed_dictionaries(one)})


def strangers() -> st.SearchStrategy[World]:
    said = {"child": children, "by": st.sampled_from(ADULTS + CHILDREN), "purpose": st.just("class_app")}
    before = moments.filter(lambda moment: moment.date() < YESTERDAY)
    opens = dict.fromkeys(("sees_child", "sees_group", "may_answer"), flags)
    opens["approved"] = st.sampled_from([True, True, False])
    works = {"person": adults, "group": st.none() | groups, "board": st.just(1), "school": st.just(1)}
    jobs = st.sampled_from(["teacher", "head", "office", "mentor", "key_user"])
    kinds = st.sampled_from(["custody", "custody", "foster", "no_custody", "delegate"])
    limits = st.sampled_from(["no_access", "child_only"])
    return st.fixed_dictionaries(
        {
            "people": people(),
            "schools": schools(),
            "groups": st.just({1: {"school": 1}, 2: {"school": 1}, 3: {"school": 2}}),
            "guardianships": dated(adult=adults, child=children, kind=kinds, **opens),
            "restrictions": dated(adult=adults, child=children, kind=limits),
            "grants": dated(adult=adults, child=children),
            "protected": st.dictionaries(children, st.just([1])),
            "enrolments": dated(child=children, group=groups),
            "appointments": dated(function=jobs, **works),
            "posts": posts(),
            "photos": photos(),
            "comments": comments(),
            "attachments": attachments(),
            "answers": rows(shown=flags, at=before, **said),
            "talks": talks(),
            "messages": messages(),
            **among_families(leaves=dated(person=adults, deputy=adults)),
        }
    )


def family() -> st.SearchStrategy[World]:
    """Two parents, a child in a group, and a photo of her in a post for that group: so that there is
    something to take away."""
    opens = {"sees_child": True, "sees_group": True, "may_answer": True, "approved": True, "kind": "custody"}
    dates = {"starts": dt.date(2026, 8, 1), "ends": None}
    said = {"child": 11, "purpose": "class_app", "at": NOW - dt.timedelta(days=30)}
    return st.fixed_dictionaries(
        {
            "guardianships": st.just([{"adult": adult, "child": 11} | opens | dates for adult in (1, 2)]),
            "enrolments": st.just([{"child": 11, "group": 1} | dates]),
            "answers": st.tuples(st.sampled_from([True, True, False]), flags).map(
                lambda shown: [
                    said | {"by": adult, "shown": yes} for adult, yes in zip((1, 2), shown, strict=True)
                ]
            ),
        }
    )


def worlds() -> st.SearchStrategy[World]:
    return st.builds(joined, strangers(), family(), class_life(), arrangements())


def joined(world: World, family: World, more: World, arranged: World) -> World:
    world |= more | arranged
    world["notes"] = world["talks"]
    line = {"role": "guardian", "board": None, "school": None, "group": 1, "student": None}
    world |= {name: world[name] + rows for name, rows in family.items()}
    post = {"author": 3, "school": 1, "group": 1, "student": None, "out_at": NOW - dt.timedelta(days=1)}
    world["posts"][1] = post | {"lines": [line]}
    return world


# Changes that may only take away ----------------------------------------------------------------------

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


def expire(kind: str) -> Change:
    def end(world: World, pick: int) -> None:
        row = pick_of(world[kind], pick)
        if row and (row["ends"] is None or row["ends"] > YESTERDAY):
            row["ends"] = YESTERDAY

    return end


def pick_of(found: list[Row], pick: int) -> Row | None:
    return found[pick % len(found)] if found else None


def finish(world: World, pick: int) -> None:
    world["talks"][1]["done"] = True


CHANGES: dict[str, Change] = {
    "a conversation that is done": finish,
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
    "a photo removed": remove_photo,
    "a photo refused": refuse_photo,
    "an expired guardianship": expire("guardianships"),
    "an expired grant": expire("grants"),
    "an expired enrolment": expire("enrolments"),
    "an expired appointment": expire("appointments"),
}


def changed(world: World, change: Change, pick: int) -> World:
    after = copy.deepcopy(world)
    change(after, pick)
    return after

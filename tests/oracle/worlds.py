"""Small worlds for hypothesis, put together from their parts."""

import datetime as dt

from hypothesis import find
from hypothesis import strategies as st

from tests.oracle.drawing import (
    ADULTS,
    CHILDREN,
    NOW,
    YESTERDAY,
    adults,
    children,
    dated,
    flags,
    groups,
    moments,
    rows,
)
from tests.oracle.family_worlds import among_families
from tests.oracle.post_worlds import attachments, class_life, comments, photos, posts
from tests.oracle.rules import Row, World, empty_world
from tests.oracle.student_worlds import of_students
from tests.oracle.talk_worlds import arrangements, messages, talks


def worlds() -> st.SearchStrategy[World]:
    return st.builds(joined, strangers(), family(), class_life(), arrangements(), of_students())


def worlds_that_differ_in_people() -> st.SearchStrategy[World]:
    """Some of the same worlds: in all of them classes, talks and students are as in the simplest one. For a
    hunt for a world that shows a fault among guardians, which draws thousands."""
    alike = (simplest(part) for part in (class_life(), arrangements(), of_students()))
    return st.builds(joined, strangers(), family(), *alike)


def worlds_that_differ_in_students() -> st.SearchStrategy[World]:
    """The same, but here what is about students differs too."""
    return st.builds(
        joined, strangers(), family(), simplest(class_life()), simplest(arrangements()), of_students()
    )


def simplest(part: st.SearchStrategy[World]) -> st.SearchStrategy[World]:
    return st.just(find(part, lambda _world: True))


def joined(world: World, family: World, more: World, arranged: World, students: World) -> World:
    world = empty_world() | world | more | arranged | students
    world["notes"] = world["talks"]
    line = {"role": "guardian", "board": None, "school": None, "group": 1, "student": None}
    world |= {name: world[name] + rows for name, rows in family.items()}
    post = {"author": 3, "school": 1, "group": 1, "student": None, "out_at": NOW - dt.timedelta(days=1)}
    world["posts"][1] = post | {"lines": [line]}
    return world


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
            "groups": st.just({n: _class(n, at) for n, at in ((1, 1), (2, 1), (3, 2))}),
            "guardianships": dated(adult=adults, child=children, kind=kinds, **opens),
            "restrictions": dated(adult=adults, child=children, kind=limits),
            "grants": dated(adult=adults, child=children, kind=st.sampled_from(["news", "presence"])),
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


def _class(number: int, school: int) -> Row:
    return {"school": school, "kind": "class", "layer": number}


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


def people() -> st.SearchStrategy[dict[int, Row]]:
    born = st.sampled_from([None, *(dt.date(year, 6, 1) for year in (2006, 2009, 2014, 2018))])
    someone = st.fixed_dictionaries({"born": born, "active": st.sampled_from([True, True, True, False])})
    return st.fixed_dictionaries({key: someone for key in ADULTS + CHILDREN})


def schools() -> st.SearchStrategy[dict[int, Row]]:
    one = {"board": st.sampled_from([1, 2]), "guardians_until": st.sampled_from([16, 18])}
    one["sector"] = st.sampled_from(["primary", "secondary", "vocational"])
    return st.fixed_dictionaries({1: st.fixed_dictionaries(one), 2: st.fixed_dictionaries(one)})

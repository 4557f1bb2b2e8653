"""For hypothesis: posts, what hangs on them and is said under them, and what classes ask of home."""

import datetime as dt

from hypothesis import strategies as st

from tests.oracle.drawing import POSTS, adults, children, flags, groups, moments
from tests.oracle.rules import Row, World


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
    photo |= {"stories": st.just([]), "blocks": st.just([]), "works": st.just([])}
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
        "corner": st.sampled_from(["home", "home", "school"]),
        "line_of": st.none() | adults,
        "due_at": moments,
        "removed": st.just(False),
    }
    return st.fixed_dictionaries({key: st.fixed_dictionaries(said) for key in (1, 2)})


def attachments() -> st.SearchStrategy[dict[int, Row]]:
    one = {"owner": adults, "hat": st.sampled_from(["home", "school"]), "school": st.just(1)}
    one |= {"comments": st.just({1}), "posts": st.sampled_from([set(), {2}]), "photos": st.just(set())}
    one |= {"messages": st.just({1}), "cases": st.just({1}), "stories": st.just(set())}
    beside = (
        "asked",
        "given",
        "leaves",
        "decided",
        "days",
        "echoes",
        "sides",
        "homes",
        "reflections",
        "wished",
        "outcomes",
    )
    one |= {name: st.just(set()) for name in beside} | {"works": st.sampled_from([set(), {1}])}
    one |= {"raised": st.sampled_from([set(), {1}, {2}, {4}])}
    one |= {name: st.sampled_from([set(), {1}]) for name in ("noted", "recorded", "aims", "aimed")}
    return st.fixed_dictionaries({1: st.fixed_dictionaries(one)})


def class_life() -> st.SearchStrategy[World]:
    """A question answered for all, the day of a child, who is on the photo, and who asks to be asked."""
    question = st.fixed_dictionaries({"comment": st.sampled_from([1, 2]), "agreed": flags, "due_at": moments})
    day = st.fixed_dictionaries({"child": children, "group": groups})
    on_it = st.fixed_dictionaries({"photo": st.just(1), "child": children})
    eager = st.fixed_dictionaries({"child": children, "post": st.sampled_from(POSTS)})
    one_of_each = {"questions": question, "days": day, "tags": on_it}
    return st.fixed_dictionaries(
        {name: st.fixed_dictionaries({1: one}) for name, one in one_of_each.items()}
        | {"eager": st.fixed_dictionaries({1: eager, 2: eager})}
    )

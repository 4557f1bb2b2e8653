"""For hypothesis: what home and school say to each other, and what they arrange by the day."""

from hypothesis import strategies as st

from tests.oracle.drawing import adults, children, flags, moments
from tests.oracle.empty import MAILED
from tests.oracle.rules import Row, World


def talks() -> st.SearchStrategy[dict[int, Row]]:
    talk = {
        "school": st.just(1),
        "line_of": adults | children,
        "with_student": flags,
        "team": st.sampled_from(["child", "child", "child", "help", "mentor"]),
        "started_by": adults,
        "by_school": flags,
        "children": st.lists(children, min_size=1, max_size=2, unique=True),
        "done": flags,
    }
    return st.fixed_dictionaries({1: st.fixed_dictionaries(talk)})


def messages() -> st.SearchStrategy[dict[int, Row]]:
    message = {"talk": st.just(1), "due_at": moments, "hidden": st.sampled_from([False, False, False, True])}
    return st.fixed_dictionaries({1: st.fixed_dictionaries(message)})


def corrected() -> dict[str, st.SearchStrategy[dict[int, Row]]]:
    """How one can be reached or where one lives, told by a guardian or a student."""
    what = {"field": st.sampled_from(["email", "address"]), "answered": st.sampled_from([None, False, True])}
    told = st.fixed_dictionaries({"person": adults | children} | what)
    return {"corrections": st.fixed_dictionaries({1: told})}


def arrangements() -> st.SearchStrategy[World]:
    """Who is away, what somebody asks the head, whom somebody sends to fetch, and what she mails."""
    place = {"child": children, "school": st.sampled_from([1, 2])}
    away = st.fixed_dictionaries({1: st.fixed_dictionaries(place)})
    by = st.fixed_dictionaries({1: st.fixed_dictionaries(place | {"by": adults})})
    named = st.fixed_dictionaries(
        {1: st.fixed_dictionaries({"child": children, "by": adults, "agreed": st.sampled_from([None, True])})}
    )
    own = st.fixed_dictionaries({1: st.fixed_dictionaries({"person": adults})})
    told = {"absences": away, "leave_requests": by, "near": named, "phones": own} | corrected()
    grouped = {"child": children, "group": st.sampled_from([1, 2])}
    told["carried"] = st.fixed_dictionaries({1: st.fixed_dictionaries(grouped)})
    told["swap_days"] = st.fixed_dictionaries({1: st.fixed_dictionaries(grouped)})
    told["swaps"] = st.fixed_dictionaries({1: st.fixed_dictionaries(grouped | {"by": adults})})
    seen = {"out_at": moments, "home_at": moments, "shown": st.sampled_from([None, False, True])}
    told["results"] = st.fixed_dictionaries({1: st.fixed_dictionaries(place | seen)})
    moment = {"home_at": st.none() | moments, "kind": st.sampled_from(["internship", "reached"])}
    told["milestones"] = st.fixed_dictionaries({1: st.fixed_dictionaries(place | moment)})
    told["set_aside"] = st.fixed_dictionaries({1: st.fixed_dictionaries({"child": children, "by": adults})})
    given = place | {"home_at": moments, "taken": st.sampled_from([None, 1])}
    told["assignments"] = st.fixed_dictionaries({1: st.fixed_dictionaries(given)})
    said = {"author": adults | children, "assignment": st.just(1), "at": moments, "gone": flags}
    said |= {"brought": st.none() | moments}
    told["outcomes"] = st.fixed_dictionaries({1: st.fixed_dictionaries(place | said)})
    told["lessons"] = st.fixed_dictionaries({1: st.fixed_dictionaries({"group": st.sampled_from([1, 2])})})
    told |= dict.fromkeys(MAILED, own)
    asks = {"person": st.sampled_from([1, 2, 3, 11]), "school": st.sampled_from([1, 2])}
    return st.fixed_dictionaries(
        told | {"interpreters": st.fixed_dictionaries({1: st.fixed_dictionaries(asks)})}
    )

"""For hypothesis: what families tell, what parents share, and one case."""

import datetime as dt

from hypothesis import strategies as st

from tests.oracle.drawing import ADULTS, CHILDREN, GROUPS, flags, moments
from tests.oracle.rules import HATS, Row, World

GROUP = {"role": "", "board": None, "school": None, "group": 1, "student": None}
SENT_AT = dt.datetime(2026, 11, 19, 6, 45, tzinfo=dt.UTC)
ALERT = {"school": 1, "public": False, "withdrawn": False, "at": SENT_AT, "until": SENT_AT, "lines": [GROUP]}


LETTER = {"key": 1, "school": 1, "out_at": SENT_AT, "withdrawn": None, "opened": None}


def letters() -> dict[str, st.SearchStrategy]:
    """One newsletter that is out, one block of it, and who got it through whom."""
    got = {"person": st.sampled_from(ADULTS + CHILDREN), "student": st.sampled_from(CHILDREN)}
    line = st.fixed_dictionaries(got | {"of": st.just(1), "block": st.just(1)})
    asked = st.fixed_dictionaries({"person": st.sampled_from(ADULTS), "school": st.just(1)})
    return {
        "newsletters": st.just({1: LETTER}),
        "blocks": st.just({1: {"key": 1, "newsletter": 1, "author": 1, "open": True}}),
        "letter_lines": st.lists(line, max_size=4),
        "editors": st.lists(asked, max_size=2),
    }


def portfolios() -> dict[str, st.SearchStrategy]:
    """Work of a child, a goal, and what a parent and the teacher answered."""
    whom = st.sampled_from(["home", "class", "chosen", "teacher"])
    made = {"child": st.sampled_from(CHILDREN), "school": st.just(1), "group": st.sampled_from(GROUPS)}
    made |= {"whom": whom, "readers": st.sets(st.sampled_from(ADULTS)), "gone": st.just(False)}
    made |= {"until": st.just(None), "looked_at": st.sampled_from([None, SENT_AT]), "for_class": flags}
    made |= {"at": st.just(SENT_AT), "period": st.sampled_from([None, 1])}
    first = st.sampled_from([dt.date(2026, 11, 1), dt.date(2026, 12, 1)])
    set_ = {"id": st.just(1), "school": st.just(1), "group": st.sampled_from(GROUPS), "starts": first}
    said = {"work": st.just(1), "goal": st.none(), "author": st.sampled_from(ADULTS), "gone": st.just(False)}
    said |= {"corner": st.sampled_from(["home", "school"]), "child": st.sampled_from(CHILDREN)}
    carried = st.sampled_from([("works", 1), ("goals", 1), ("echoes", 1), ("photos", 1)])
    took = {"child": made["child"], "school": st.just(1), "author": st.sampled_from(ADULTS)}
    took |= {"hat": st.sampled_from(HATS)}
    return {
        "bundles": st.fixed_dictionaries({1: st.fixed_dictionaries(took)}),
        "parcels": st.fixed_dictionaries({1: st.builds(parcel, st.sampled_from(ADULTS), st.lists(carried))}),
        "works": st.fixed_dictionaries({1: st.fixed_dictionaries(made)}),
        "periods": st.fixed_dictionaries({1: st.fixed_dictionaries(set_)}),
        "standings": st.fixed_dictionaries({1: st.fixed_dictionaries(made)}),
        "goals": st.fixed_dictionaries({1: st.fixed_dictionaries(made)}),
        "echoes": st.fixed_dictionaries({1: st.fixed_dictionaries(said)}),
    }


def parcel(by: int, parts: list[tuple[str, int]]) -> Row:
    """Made of the one bundle, and kept for a while yet."""
    return {"bundle": 1, "by": by, "expires": dt.datetime(2026, 11, 25, tzinfo=dt.UTC), "parts": parts}


def among_families(**more: st.SearchStrategy) -> dict[str, st.SearchStrategy]:
    chosen = {"sent": flags, "for_class": flags, "at_home": flags, "gone": st.just(False)}
    told = {"author": st.sampled_from(ADULTS + CHILDREN), "student": st.sampled_from(CHILDREN)}
    story = st.fixed_dictionaries(told | {"group": st.sampled_from(GROUPS)} | chosen)
    ask = st.fixed_dictionaries(
        {"author": st.sampled_from(ADULTS), "group": st.sampled_from(GROUPS), "gone": st.just(False)}
    )
    give = {"asked": st.just(1), "author": st.sampled_from(ADULTS), "gone": st.just(False)}
    give["due_at"] = moments
    give["corner"] = st.sampled_from(["home", "home", "school"])
    share = {
        "person": st.sampled_from(ADULTS),
        "group": st.sampled_from(GROUPS),
        "field": st.sampled_from(["job", "email", "face"]),
    }
    return (
        more
        | letters()
        | portfolios()
        | {
            "stories": st.fixed_dictionaries({key: story for key in (1, 2)}),
            "traits": st.just({1: {"person": 1, "field": "job"}}),
            "faces": st.just({n: {"person": n} for n in (*ADULTS, CHILDREN[0])}),
            "shares": st.lists(st.fixed_dictionaries(share), max_size=5),
            "asked": st.fixed_dictionaries({1: ask}),
            "alerts": st.just({1: ALERT}),
            "given": st.fixed_dictionaries({key: st.fixed_dictionaries(give) for key in (1, 2)}),
            "cases": st.just({1: {"author": 1, "about": 11, "reporters": {2}, "school": 1, "hidden": True}}),
        }
    )


def share_no_more(world: World, pick: int) -> None:
    """She keeps it between herself and her teacher."""
    world["works"][1]["whom"] = "teacher"


def end_a_share(world: World, pick: int) -> None:
    world["works"][1]["until"] = dt.date(2026, 11, 1)


def remove_story(world: World, pick: int) -> None:
    world["stories"][pick % 2 + 1]["gone"] = True


def remove_question(world: World, pick: int) -> None:
    world["asked"][1]["gone"] = True

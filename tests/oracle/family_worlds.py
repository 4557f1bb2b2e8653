"""For hypothesis: what families tell, what parents share, and one case."""

from hypothesis import strategies as st

from tests.oracle.drawing import ADULTS, CHILDREN, GROUPS, flags
from tests.oracle.rules import World


def among_families(**more: st.SearchStrategy) -> dict[str, st.SearchStrategy]:
    chosen = {"sent": flags, "for_class": flags, "at_home": flags, "gone": st.just(False)}
    told = {"author": st.sampled_from(ADULTS + CHILDREN), "student": st.sampled_from(CHILDREN)}
    story = st.fixed_dictionaries(told | {"group": st.sampled_from(GROUPS)} | chosen)
    share = {"person": st.sampled_from(ADULTS), "group": st.sampled_from(GROUPS), "field": st.just("job")}
    return more | {
        "stories": st.fixed_dictionaries({key: story for key in (1, 2)}),
        "traits": st.just({1: {"person": 1, "field": "job"}}),
        "shares": st.lists(st.fixed_dictionaries(share), max_size=5),
        "cases": st.just({1: {"author": 1, "school": 1, "hidden": True}}),
    }


def remove_story(world: World, pick: int) -> None:
    world["stories"][pick % 2 + 1]["gone"] = True

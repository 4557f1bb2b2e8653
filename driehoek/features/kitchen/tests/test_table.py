"""What lies on the table: each child a turn, at most three, and in a holiday one for everybody."""

import datetime as dt

from driehoek.base.core.clock import at
from driehoek.facts.people.models import Person
from driehoek.features.kitchen.bands import Band
from driehoek.features.kitchen.counting import families_in
from driehoek.features.kitchen.seating import Seated
from driehoek.features.kitchen.table import Lying, lay

DAY = dt.date(2026, 11, 19)


def child(pk: int, *ticked: str, free: dt.date | None = None, on: dt.date = DAY) -> Seated:
    return Seated(Person(pk=pk), Band.CHILDREN, free, dict.fromkeys(ticked, at(on, dt.time(18))))


def written(number: int, *children: int) -> Lying:
    return Lying(f"post-{number}", children, f"question {number}")


def asked(lying: list[Lying]) -> list[tuple[str, tuple[int, ...]]]:
    return [(one.key if one.key.startswith("post") else "ours", one.children) for one in lying]


def test_ours_is_for_whoever_has_none_of_a_teacher() -> None:
    assert asked(lay([child(1), child(2)], [written(7, 1)], DAY)) == [("post-7", (1,)), ("ours", (2,))]


def test_nobody_gets_a_second_before_everybody_has_a_first() -> None:
    lying = lay([child(1), child(2), child(3)], [written(9, 1), written(8, 1), written(7, 2)], DAY)
    assert asked(lying) == [("post-9", (1,)), ("post-7", (2,)), ("ours", (3,))]
    assert asked(lay([child(1)], [written(9, 1), written(8, 1)], DAY)) == [("post-9", (1,)), ("post-8", (1,))]


def test_a_week_has_three_questions_however_much_news_comes_after_them() -> None:
    posts = [written(number, 1) for number in (9, 8, 7, 6, 5, 4)]
    assert [one.key for one in lay([child(1)], posts, DAY)] == ["post-9", "post-8", "post-7"]
    two = lay([child(1, "post-4", "post-5")], posts, DAY)
    assert [one.key for one in two] == ["post-9", "post-5", "post-4"]
    three = lay([child(1, "post-4", "post-5", "post-6")], posts, DAY)
    assert [one.key for one in three] == ["post-6", "post-5", "post-4"]
    before = child(1, "post-4", "post-5", "post-6", on=DAY - dt.timedelta(days=7))
    assert [one.key for one in lay([before], posts, DAY)] == ["post-9", "post-8", "post-7"]


def test_what_was_talked_about_and_lies_there_no_more_counts_and_a_sister_goes_first() -> None:
    posts = [written(9, 1), written(8, 1), written(7, 2), written(6, 2)]
    family = [child(1, "post-1", "post-2"), child(2)]
    assert [one.key for one in lay(family, posts, DAY)] == ["post-7"]
    assert lay([child(1, "post-1", "post-2", "post-3"), child(2)], posts, DAY) == []


def test_ours_stays_there_when_it_was_talked_about_and_a_teacher_writes_after_it() -> None:
    ((ours, _who),) = [(one.key, one.children) for one in lay([child(1)], [], DAY)]
    assert [one.key for one in lay([child(1, ours)], [written(9, 1)], DAY)] == ["post-9", ours]
    assert [one.key for one in lay([child(1)], [written(9, 1)], DAY)] == ["post-9"]


def test_of_four_children_each_has_a_turn_within_a_few_weeks() -> None:
    children = [child(pk) for pk in (1, 2, 3, 4)]
    met = set[int]()
    for week in range(4):
        lying = lay(children, [], DAY + week * dt.timedelta(days=7))
        assert len(lying) <= 3
        met |= {pk for one in lying for pk in one.children}
    assert met == {1, 2, 3, 4}


def test_a_holiday_has_one_question_for_everybody_and_nothing_of_school() -> None:
    monday = dt.date(2026, 12, 21)
    free = [child(1, free=monday), child(2, free=monday)]
    lying = lay(free, [written(9, 1)], DAY)
    assert asked(lying) == [("ours", (1, 2))] and lying[0].source.band is None


def test_who_is_at_school_is_asked_as_always_while_a_brother_is_free() -> None:
    lying = lay([child(1, free=DAY), child(2)], [written(9, 1, 2)], DAY)
    assert asked(lying) == [("post-9", (2,)), ("ours", (1,))]


def test_a_family_counts_once_however_many_of_it_ticked() -> None:
    both_parents, twins, another = [(1, 10), (2, 10)], [(3, 11), (3, 12)], [(4, 13)]
    assert families_in(both_parents + twins + another) == 3
    assert families_in([(1, 10), (2, 11), (1, 11)]) == 1 and families_in([]) == 0

"""A few kills in each run; a hundred with bin/bench kills, every night."""

import pytest
from django.db import connection

from tests.servers.database import url
from tests.siege.siege import WORKERS, Verdict, besieged, judged

KILLS, PEOPLE = 4, 10  # of each part one


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_f01_f02_whatever_is_killed_nothing_is_lost_and_nobody_sees_anything_twice(
    transactional_db: None,
) -> None:
    """In the database of the tests; where that is a server, all its lines are cut instead."""
    connection.close()
    with besieged(seed=1, people=PEOPLE, shared=url()) as siege:
        verdict = siege.run(KILLS)
    assert (verdict.lost, verdict.visible) == (0, 0)
    assert verdict.doubles <= KILLS * len(WORKERS)  # one a kill and worker, which folds
    assert verdict.facts == len(siege.teacher.answered) > 0


@pytest.mark.parametrize(
    ("broken", "again", "mails", "verdict"),
    [
        (0, 0, ["a", "b"], Verdict(1, 1, lost=0, doubles=0, visible=0)),
        (0, 0, ["a"], Verdict(1, 1, lost=1, doubles=0, visible=0)),
        (0, 0, ["a", "b", "b"], Verdict(1, 1, lost=0, doubles=1, visible=0)),
        (0, 0, ["a", "b", "b again"], Verdict(1, 1, lost=0, doubles=0, visible=1)),
        (2, 0, ["a", "b"], Verdict(1, 1, lost=2, doubles=0, visible=0)),
        (0, 1, ["a", "b"], Verdict(1, 1, lost=0, doubles=0, visible=1)),
    ],
)
def test_control_the_judge_sees_what_is_lost_what_comes_again_and_what_was_told_by_halves(
    broken: int, again: int, mails: list[str], verdict: Verdict
) -> None:
    told = {"names": {"email": ["a", "b"], "push": ["c"]}, "broken": broken, "again": again, "facts": 1}
    assert judged(1, told, {"email": mails, "push": ["c"]}) == verdict

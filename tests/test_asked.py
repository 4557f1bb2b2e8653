"""What runs again on PostgreSQL asks each statement that was asked on SQLite."""

from collections import Counter
from pathlib import Path

import pytest
from django.db import connection

from driehoek.facts.people.models import Person
from tests.asked import Noted, Notes, known_as, left_out, left_out_in, read, settle

NOTES = [
    Noted("opens three pages", 3.0, {1, 2, 3}),
    Noted("opens the first", 0.1, {1}),
    Noted("opens the first as another", 0.2, {1}),
    Noted("opens the first as a third", 0.3, {1}),
    Noted("reads a rare one", 0.1, {4}),
    Noted("commits", 9.0, {2}, commits=True),
    Noted("asks nothing", 0.1, set()),
]


def asked_by(notes: list[Noted]) -> Counter[int]:
    return Counter(one for note in notes for one in note.asked)


def test_each_statement_is_asked_twice_or_as_often_as_it_was() -> None:
    again = [note for note in NOTES if note.test not in left_out(NOTES)]
    before, after = asked_by(NOTES), asked_by(again)
    assert all(after[one] >= min(2, before[one]) for one in before)


def test_what_asks_nothing_new_is_left_out_and_the_slower_goes_first() -> None:
    assert left_out(NOTES) == {"asks nothing", "opens the first as a third"}


def test_what_commits_runs_again_even_if_all_it_asks_is_asked_by_others() -> None:
    others = [Noted(f"asks it too {number}", 0.1, {2}) for number in range(3)]
    assert "commits" not in left_out(NOTES + others)


def test_a_list_of_two_is_the_same_statement_as_one_of_ten_and_another_column_is_not() -> None:
    assert known_as("SELECT a WHERE a IN (%s, %s)") == known_as("SELECT a WHERE a IN (%s)")
    assert known_as("SELECT b WHERE a IN (%s)") != known_as("SELECT a WHERE a IN (%s)")


@pytest.mark.django_db
def test_a_statement_is_noted_as_it_was_asked(tmp_path: Path) -> None:
    notes = Notes(tmp_path)
    with connection.execute_wrapper(notes):
        Person.objects.exists()
        once = set(notes.asked)
        Person.objects.exists()
        assert len(once) == 1 and notes.asked == once
        Person.objects.count()
    assert len(notes.asked) == 2


def test_what_processes_noted_is_read_together(tmp_path: Path) -> None:
    (tmp_path / "noted-gw0").write_text('["a", 0.1, [1], false]\n["b", 0.2, [1], false]\n')
    (tmp_path / "noted-gw1").write_text('["c", 0.3, [1], false]\n["d", 9, [1], true]\n')
    assert [note.test for note in sorted(read(tmp_path), key=lambda note: note.test)] == ["a", "b", "c", "d"]
    settle(tmp_path)
    assert left_out_in(tmp_path) == {"b", "c"}

"""A roster from a real OneRoster server that behaves, and from one that does not: everybody comes once,
nobody goes by accident, and a person looks where she would with a file."""

import datetime as dt
from typing import Any

import pytest

from driehoek.facts.people.models import Guardianship, Person
from driehoek.facts.schools.models import School
from driehoek.features.rosters.fetching import Fetching
from driehoek.features.rosters.models import Connection, Cursor, Run, Upload
from tests.rosters.days import NOW
from tests.rosters.joined import A_NIGHT, AN_HOUR, add, agree, child, fetch, join, seated
from tests.servers.oneroster import CLIENT, SECRET, MarkBook, Mood


@pytest.mark.parametrize(
    "mood", [Mood.WELL, Mood.THROTTLES, Mood.LIES, Mood.DROPS, Mood.FORGETS, Mood.IGNORES]
)
def test_everybody_is_proposed_once_whatever_the_server_is_like(
    connection: Connection, book: MarkBook, mood: Mood, office: Person
) -> None:
    book.mood = mood
    run = fetch(connection)
    assert run.refusal == "" and run.upload.state == "waiting" and not seated()
    assert run.upload.proposal.counts["people"] == {"added": 41, "changed": 0, "ended": 0}
    assert set(run.upload.proposal.asks) == {"new_source", "no_custody_said"}
    agree(run, office)
    assert seated() == 20 and Guardianship.objects.filter(approval=None).count() == 20


NOTHING = {
    Mood.BREAKS: "away", Mood.FORBIDS: "not_ours", Mood.SENDS_AWAY: "nothing_here", Mood.MUMBLES: "nonsense",
    Mood.NESTS: "nonsense", Mood.IS_FULL: "busy", Mood.WRAPS_OTHERWISE: "nonsense",
}  # fmt: skip


def test_a_server_that_gives_nothing_moves_nobody(trusted: Connection, book: MarkBook) -> None:
    for mood, reason in NOTHING.items():
        book.mood = mood
        run = fetch(trusted, later=A_NIGHT)
        assert run.refusal == reason and run.upload is None and seated() == 20
    book.mood = Mood.WELL
    assert fetch(trusted, later=A_NIGHT).refusal == "" and seated() == 20


class Killed(BaseException):
    """The worker is gone: nothing of ours runs any more."""


@pytest.mark.parametrize("at_page", [1, 4, 9])
def test_a_worker_that_is_killed_loses_nobody_and_doubles_nobody(
    connection: Connection, at_page: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the middle of a page: its lines are in the file already, and nothing of it in the database."""
    pages, write = iter(range(1, 100)), Run.add

    def dies(self: Run, *args: Any) -> None:
        write(self, *args)
        if next(pages) == at_page:
            raise Killed

    monkeypatch.setattr(Run, "add", dies)
    with pytest.raises(Killed):
        fetch(connection)
    run = fetch(connection)
    assert Run.objects.count() == 1 and run.rows == 1 + 2 + 41 + 41 + 21
    assert run.upload.proposal.counts["people"]["added"] == 41


def test_turns_are_short_and_the_next_one_goes_on(connection: Connection) -> None:
    for _turn in range(3):
        assert fetch(connection, seconds=-1).ended_at is None
    run = fetch(connection)
    assert Run.objects.count() == 1 and run.upload.proposal.counts["people"]["added"] == 41


def test_a_file_that_was_lost_is_fetched_again(connection: Connection) -> None:
    fetch(connection, seconds=-1)
    connection.transcript.throw_away()
    assert fetch(connection).upload.proposal.counts["people"]["added"] == 41


def test_who_was_taken_out_of_the_server_is_missed_at_night_and_not_by_day(
    trusted: Connection, book: MarkBook
) -> None:
    book.rows["users"] = [row for row in book.rows["users"] if row["sourcedId"] != "kind0"]
    book.rows["enrollments"] = [
        row for row in book.rows["enrollments"] if row["user"]["sourcedId"] != "kind0"
    ]
    book.rows["users"][0].pop("agents", None)
    assert not fetch(trusted, later=AN_HOUR).is_whole and seated() == 20
    assert fetch(trusted, later=A_NIGHT).is_whole and seated() == 19


def test_by_day_only_what_is_new_is_asked_and_whoever_is_new_comes_in(
    trusted: Connection, book: MarkBook
) -> None:
    book.asked.clear()
    add(book, child(1))
    run = fetch(trusted, later=AN_HOUR)
    asked = [question for question in book.asked if "/orgs" in question or "/users" in question]
    assert all("filter=dateLastModified%3E%3D%272026-11-01T12" in question for question in asked)
    assert not run.is_whole and run.upload.state == "done" and seated() == 21


def test_what_was_told_already_is_not_proposed_again(trusted: Connection, book: MarkBook) -> None:
    add(book, child(1))
    fetch(trusted, later=AN_HOUR)
    before = Upload.objects.count()
    assert fetch(trusted, later=2 * AN_HOUR).upload is None
    assert fetch(trusted, later=3 * AN_HOUR).upload is None and Upload.objects.count() == before


def test_by_day_nobody_goes_and_at_night_the_bounds_count(trusted: Connection, book: MarkBook) -> None:
    """Two of twenty are more than 5 %: a day in which they go one by one must not slip under it."""
    for hour, key in enumerate(("kind0", "kind1"), 1):
        row = next(row for row in book.rows["users"] if row["sourcedId"] == key)
        row |= {"status": "tobedeleted", "dateLastModified": f"2026-11-19T0{hour}:30:00Z"}
        run = fetch(trusted, later=hour * AN_HOUR)
        assert run.waits and run.upload is None and seated() == 20
    run = fetch(trusted, later=A_NIGHT)
    assert run.upload.state == "waiting" and "leavers" in run.upload.proposal.asks and seated() == 20


def test_who_asks_for_it_looks_first(trusted: Connection, book: MarkBook, office: Person) -> None:
    add(book, child(1))
    Run.ask(trusted, by=office, now=NOW + AN_HOUR)
    run = fetch(trusted, later=AN_HOUR)
    assert run.upload.by == office and run.upload.state == "waiting" and seated() == 20
    Run.ask(trusted, by=office, now=NOW + 2 * AN_HOUR)
    again = fetch(trusted, later=2 * AN_HOUR)
    assert Upload.objects.get(pk=run.upload.pk).state == "forgotten"  # the newer one stands in its place
    agree(again, office)
    assert seated() == 21


def test_a_broken_row_is_named_by_its_key_and_holds_only_whom_it_is_about(
    trusted: Connection, book: MarkBook
) -> None:
    book.rows["users"][0] |= {"givenName": ["?"], "dateLastModified": "2026-11-19T01:00:00Z"}
    add(book, child(1))
    run = fetch(trusted, later=A_NIGHT)
    assert run.upload.state == "done" and seated() == 21
    assert run.upload.proposal.counts["people"]["ended"] == 0


def test_half_a_roster_asks_a_person(trusted: Connection, book: MarkBook) -> None:
    """A server that lost half of its rows tells no lie that we can see."""
    keep = {f"kind{number}" for number in range(10)} | {"tess"}
    book.rows["users"] = [row for row in book.rows["users"] if row["sourcedId"] in keep]
    book.rows["enrollments"] = [row for row in book.rows["enrollments"] if row["user"]["sourcedId"] in keep]
    run = fetch(trusted, later=A_NIGHT)
    assert run.upload.state == "waiting" and seated() == 20


def test_another_school_is_refused_in_words(trusted: Connection, book: MarkBook) -> None:
    book.rows["orgs"][0]["name"] = "De Bocht"
    run = fetch(trusted, later=A_NIGHT)
    assert "De Meander" in run.unusable and run.upload is None and seated() == 20


def test_a_server_without_birth_dates_is_read(connection: Connection, book: MarkBook) -> None:
    book.lacks = {"demographics", "academicSessions"}
    assert fetch(connection).upload.proposal.counts["people"]["added"] == 41


def test_another_server_is_asked_about_again(
    trusted: Connection, book: MarkBook, school: School, office: Person
) -> None:
    fetch(trusted, later=AN_HOUR)
    assert Connection.objects.get().trusted_at
    join(school, office, book, address=f"{book.place}/other/ims/oneroster")
    assert not Connection.objects.get().trusted_at and not Cursor.objects.exists()
    assert not trusted.transcript.folder.exists()


def test_a_worker_of_the_line_of_before_writes_nothing_down(
    connection: Connection, book: MarkBook, school: School, office: Person
) -> None:
    late = Connection.objects.get()
    said = {
        "name": "Esis",
        "address": f"{book.place}/x/ims/oneroster",
        "token_address": f"{book.place}/token",
    }
    later = NOW + dt.timedelta(minutes=1)
    Connection.set_up(school, said | {"client_id": CLIENT}, secret=SECRET, by=office, at=later)
    Fetching(late, lambda: later, pause=lambda _s: None).work()
    assert not Cursor.objects.filter(offset__gt=0).exists() and not Upload.objects.exists()


def test_what_a_silent_server_said_is_thrown_away_after_a_week(trusted: Connection) -> None:
    Connection.forget_old(NOW + dt.timedelta(days=7))
    assert trusted.transcript.folder.exists()
    Connection.forget_old(NOW + dt.timedelta(days=7, seconds=1))
    assert not trusted.transcript.folder.exists() and not Cursor.objects.exists()

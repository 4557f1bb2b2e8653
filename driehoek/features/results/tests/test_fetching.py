"""Fetching from a real OneRoster server that behaves, and from one that does not: nothing is lost, nothing
comes twice, and what is broken is named."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse

from driehoek.facts.schools.joining.fetching import try_out
from driehoek.features.results.fetching import Fetching
from driehoek.features.results.models import Connection, Cursor, Item, Result, Run
from driehoek.features.results.reading import rest
from tests.cast import NOW, Cast
from tests.servers.oneroster import CLIENT, SECRET, MarkBook, Mood, keeping_marks

pytestmark = pytest.mark.django_db
A_MINUTE = dt.timedelta(minutes=1)
PUPILS = ("dv-yusuf", "dv-finn", "dv-noor")
Said = dict[str, Any]


@pytest.fixture
def book(settings: Any) -> Iterator[MarkBook]:
    with keeping_marks() as book:
        settings.ONEROSTER_PLACES = [book.place]
        book.rows = {
            "classes": [{"sourcedId": "wi", "title": "Wiskunde", "dateLastModified": at(1)}],
            "categories": [{"sourcedId": "t", "title": "Toets", "dateLastModified": at(1)}],
            "lineItems": [work("w1")],
            "results": [mark(number) for number in range(25)],
        }
        yield book


@pytest.fixture
def connection(cast: Cast, book: MarkBook) -> Connection:
    return join(cast, book, name="Magister", at=NOW)


def join(cast: Cast, book: MarkBook, *, name: str, at: dt.datetime, address: str = "") -> Connection:
    said = {"name": name, "address": address or book.address, "token_address": f"{book.place}/token"}
    return Connection.set_up(cast.vlieger, said | {"client_id": CLIENT}, secret=SECRET, by=cast.marja, at=at)


def at(second: int) -> str:
    return f"2026-11-01T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}Z"


def work(key: str) -> Said:
    links = {"class": {"sourcedId": "wi"}, "category": {"sourcedId": "t"}}
    scale = {"resultValueMin": 1.0, "resultValueMax": 10.0}
    return {"sourcedId": key, "title": f"Toets {key}", "dateLastModified": at(2)} | links | scale


def mark(number: int, **more: Any) -> Said:
    student = {"sourcedId": PUPILS[number % 3], "type": "user"}
    links = {"lineItem": {"sourcedId": "w1"}, "student": student}
    said = {"scoreStatus": "fully graded", "score": 1 + number % 9, "scoreDate": "2026-11-17"}
    return (
        {"sourcedId": f"r{number}", "status": "active", "dateLastModified": at(10 + number)}
        | links
        | said
        | more
    )


def fetch(connection: Connection, *, size: int = 7, seconds: float = 60, **more: Any) -> bool:
    pauses = more.pop("pauses", [])
    return Fetching(connection, lambda: NOW, pause=pauses.append, size=size).work(seconds=seconds)


def keys() -> list[str]:
    return sorted(Result.objects.values_list("key", flat=True))


def everything(count: int = 25) -> list[str]:
    return sorted(f"r{number}" for number in range(count))


@pytest.mark.parametrize(
    "mood", [Mood.WELL, Mood.THROTTLES, Mood.LIES, Mood.DROPS, Mood.FORGETS, Mood.IGNORES]
)
def test_everything_comes_once_whatever_the_server_is_like(
    connection: Connection, book: MarkBook, mood: Mood
) -> None:
    book.mood, pauses = mood, list[float]()
    assert fetch(connection, pauses=pauses)
    assert keys() == everything()
    assert Item.objects.get().subject == "Wiskunde" and Item.objects.get().category == "Toets"
    run = Run.objects.get()
    assert (run.rows, run.changes, run.fault_count, run.refusal) == (28, 26, 0, "")
    assert all(7 <= pause <= 60 for pause in pauses) or mood == Mood.DROPS


def test_a_server_that_gives_fewer_than_asked_is_read_to_its_end(
    connection: Connection, book: MarkBook
) -> None:
    book.most = 3
    assert fetch(connection, size=1000)
    assert keys() == everything()


def test_the_next_time_only_what_is_new_is_asked_for(connection: Connection, book: MarkBook) -> None:
    fetch(connection)
    book.asked.clear()
    book.rows["results"] += [mark(30)]
    book.rows["results"][3] |= {"score": 10, "dateLastModified": at(99)}
    fetch(connection)
    assert f"filter=dateLastModified%3E%3D%27{at(34).replace(':', '%3A')}%27" in " ".join(book.asked)
    assert len(keys()) == 26 and Result.objects.get(key="r3").score == 10
    assert Run.objects.latest("pk").changes == 2


def test_a_stamp_from_the_future_shuts_nothing_out(connection: Connection, book: MarkBook) -> None:
    book.rows["results"][0] |= {"dateLastModified": "2099-01-01T00:00:00Z"}
    fetch(connection)
    assert not Cursor.objects.filter(since__gt="2027").exists()


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_who_is_broken_off_goes_on_where_she_was(connection: Connection, book: MarkBook, turns: int) -> None:
    """A turn of no time at all takes one page."""
    for _turn in range(turns):
        assert not fetch(connection, seconds=-1)
    assert fetch(connection)
    assert keys() == everything()
    assert Run.objects.count() == 1 and Run.objects.get().rows == 28


class Killed(BaseException):
    """The worker is gone: nothing of ours runs any more."""


@pytest.mark.parametrize("at_page", [1, 3, 5, 7])
def test_a_worker_that_is_killed_in_the_middle_loses_nothing(
    connection: Connection, book: MarkBook, at_page: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages, write = iter(range(1, 100)), Run.add

    def dies(self: Run, *args: Any) -> None:
        write(self, *args)
        if next(pages) == at_page:
            raise Killed  # after the rows were written, and before all of it is

    monkeypatch.setattr(Run, "add", dies)
    with pytest.raises(Killed):
        fetch(connection)
    assert fetch(connection)
    assert keys() == everything() and Run.objects.get().rows == 28


def test_rows_that_move_between_two_pages_are_not_missed(connection: Connection, book: MarkBook) -> None:
    """What was changed goes to the end, and everything behind it moves up."""
    changed = iter(range(0, 12))

    def change() -> None:
        number = next(changed, None)
        if number is not None:
            book.rows["results"][number] |= {"dateLastModified": at(1000 + number)}

    book.between = change
    assert fetch(connection)
    assert keys() == everything()


@pytest.mark.parametrize(
    "broken",
    [
        17, None, "row", [], {"sourcedId": "x"}, mark(50, score="zeven"), mark(51, score=99),
        mark(52, status=[]), mark(53, comment="a\0b"), mark(54, comment="\ud800"),
        mark(55, student={"sourcedId": "dv-nobody"}),
        mark(56, lineItem={"sourcedId": "w9"}), mark(57, score=float("inf")), mark(58, scoreStatus="great"),
    ],
)  # fmt: skip
def test_a_broken_row_is_named_and_the_rest_goes_on(
    connection: Connection, book: MarkBook, broken: Any
) -> None:
    book.rows["results"].insert(4, broken)
    assert fetch(connection)
    run = Run.objects.get()
    assert set(keys()) >= set(everything())
    assert run.refusal == "" and (run.fault_count == 1 or broken == mark(52, status=[]))
    assert run.fault_count == len(run.faults)


@pytest.mark.parametrize(
    ("mood", "reason"),
    [
        (Mood.BREAKS, "away"), (Mood.FORBIDS, "not_ours"), (Mood.SENDS_AWAY, "nothing_here"),
        (Mood.MUMBLES, "nonsense"), (Mood.NESTS, "nonsense"),
        (Mood.IS_FULL, "busy"), (Mood.WRAPS_OTHERWISE, "nonsense"),
    ],
)  # fmt: skip
def test_a_server_that_gives_nothing_is_said_and_tried_again_later(
    connection: Connection, book: MarkBook, mood: Mood, reason: str
) -> None:
    book.mood = mood
    assert fetch(connection) and Run.objects.get().refusal == reason
    assert try_out(connection, rest.KINDS)
    book.mood = Mood.WELL
    assert fetch(connection) and keys() == everything() and try_out(connection, rest.KINDS) == ""


def test_an_endless_answer_ends(
    connection: Connection, book: MarkBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("driehoek.base.oneroster.asking.MOST", 200_000)
    book.mood = Mood.POURS
    assert fetch(connection) and Run.objects.get().refusal == "nonsense"


def test_no_address_is_asked_that_the_installation_does_not_know(
    connection: Connection, book: MarkBook, settings: Any
) -> None:
    settings.ONEROSTER_PLACES = ["https://sis.example"]
    assert fetch(connection) and Run.objects.get().refusal == "place" and not book.asked


def test_another_name_for_the_same_server_fetches_nothing_twice(
    cast: Cast, connection: Connection, book: MarkBook
) -> None:
    fetch(connection)
    join(cast, book, name="Magister 6", at=NOW + A_MINUTE)
    connection = Connection.objects.get()
    assert fetch(connection) and keys() == everything()
    assert {result.source.name for result in Result.objects.all()} == {"Magister 6"}


def test_who_joins_another_server_meanwhile_gets_all_of_that_one(
    cast: Cast, connection: Connection, book: MarkBook
) -> None:
    fetch(connection, seconds=-1)
    join(cast, book, name="Somtoday", at=NOW + A_MINUTE, address=f"{book.place}/other/ims/oneroster")
    assert fetch(connection) and not keys()  # a worker that is still at the first one
    assert fetch(Connection.objects.get()) and keys() == everything()
    assert Result.objects.filter(source__name="Somtoday").count() == 25


def test_two_workers_never_fetch_the_same_at_once(connection: Connection, book: MarkBook) -> None:
    assert connection.lease(NOW)
    assert fetch(connection) and not book.asked


def test_the_office_joins_its_system_and_the_secret_is_never_shown(cast: Cast, book: MarkBook) -> None:
    marja, page = cast.sign_in(cast.marja), reverse("results:connection", args=[cast.vlieger.pk])
    said = {"name": "Magister", "address": f"{book.address}/", "token_address": f"{book.place}/token"}
    said |= {"client_id": CLIENT, "secret": SECRET}
    assert marja.post(page, said | {"address": "http://169.254.169.254/"}).status_code == 422
    assert marja.post(page, said | {"secret": ""}).status_code == 422
    answer = marja.post(page, said, follow=True)
    assert "Het werkt." in answer.content.decode() and SECRET not in answer.content.decode()
    assert SECRET not in Connection.objects.get().sealed_secret
    assert marja.post(page, said | {"secret": ""}, follow=True).status_code == 200
    assert marja.post(page, said | {"secret": "", "client_id": "other"}).status_code == 422
    for other in (cast.anouk, cast.naima, cast.petra):
        assert cast.sign_in(other).get(page).status_code == 404


def test_the_kinds_come_in_the_order_in_which_they_name_each_other() -> None:
    assert [kind.name for kind in rest.KINDS] == ["classes", "categories", "lineItems", "results"]

"""The systems that the demo plays: asked along the real line, over HTTP, with what a school fills in."""

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any  # fixtures without a public type

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from driehoek.base.core import clock
from driehoek.facts.schools.joining.fetching import try_out
from driehoek.facts.schools.roster_import.reading.formats import read
from driehoek.facts.schools.roster_import.reading.rest import KINDS, lines_of, write
from driehoek.features.results.fetching import Fetching
from driehoek.features.results.models import Connection as MarksConnection
from driehoek.features.results.models import Item, Moment, Result, Run, Source
from driehoek.features.rosters.models import Connection
from driehoek.surfaces.demo.loading.sources import FILES
from driehoek.surfaces.demo.systems import marks, rosters
from driehoek.surfaces.demo.systems.desk import CLIENT, said_of, secret
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
KOMPAS = ("het-kompas", "gradebook", "results")
GRANT = {"grant_type": "client_credentials"}


def bearing(words: str) -> Client:
    return Client(headers={"Authorization": words})


def token_of(school: str, known: str) -> Any:
    """What the desk of that school answers to somebody who says this secret."""
    basic = base64.b64encode(f"{CLIENT}:{known}".encode()).decode()
    return bearing(f"Basic {basic}").post(reverse("demo:system_token", args=[school]), GRANT)


def test_only_who_knows_the_secret_reads_rows_and_of_that_school_alone() -> None:
    rows = reverse("demo:system", args=KOMPAS)
    assert Client().get(rows).status_code == token_of("het-kompas", "guess").status_code == 401
    for school, status in (("het-kompas", 200), ("de-vlieger", 401)):
        token = token_of(school, secret()).json()["access_token"]
        assert bearing(f"Bearer {token}").get(rows).status_code == status
    assert bearing("Bearer x").get(rows).status_code == 401
    assert token_of("de-brug", secret()).status_code == 401
    assert Client().get(reverse("demo:system", args=["de-brug", "rostering", "users"])).status_code == 404


def test_the_roster_that_it_says_is_that_of_the_files_with_the_news_of_this_morning(tmp_path: Path) -> None:
    write(
        tmp_path, (line for kind in KINDS for row in rosters.rows_of(kind.name, NOW) for line in
                   lines_of(kind.name, row))
    )  # fmt: skip
    said, files = read([tmp_path], TODAY), read([FILES / "rosters" / rosters.SCHOOL], TODAY)
    assert said.faults == [] and said.held == set()
    assert said.people.keys() - files.people.keys() == {"dv-l9001", "dv-o9002"}
    assert files.people.keys() <= said.people.keys() and files.enrolments.keys() < said.enrolments.keys()
    other = [key for key, person in files.people.items() if said.people[key].full_name != person.full_name]
    assert other == ["dv-l1193"] and files.appointments.keys() == said.appointments.keys()
    assert said.guardianships.keys() - files.guardianships.keys() == {("dv-l9001", "dv-o9002")}


def test_a_page_holds_what_was_written_since_and_no_more_than_asked() -> None:
    token = token_of("de-vlieger", secret()).json()["access_token"]
    users = reverse("demo:system", args=["de-vlieger", "rostering", "users"])
    browser = bearing(f"Bearer {token}")
    whole = browser.get(users, {"limit": "1000", "offset": "0"}).json()["users"]
    assert browser.get(users, {"limit": "3", "offset": "2"}).json()["users"] == whole[2:5]
    since = {"filter": f"dateLastModified>='{whole[-1]['dateLastModified']}'"}
    fresh = browser.get(users, since).json()["users"]
    assert {row["sourcedId"] for row in fresh} == {"dv-l9001", "dv-o9002", "dv-l1193"}
    assert len(browser.get(users, {"limit": "x", "offset": "-1"}).json()["users"]) == 100


@pytest.fixture
def here(live_server: Any, settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.SITE_URL, settings.ONEROSTER_PLACES = live_server.url, [live_server.url]
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.mark.slow
def test_the_worker_brings_the_new_test_and_names_the_number_that_nobody_has(here: None, cast: Cast) -> None:
    source = Source.objects.create(school=cast.kompas, name=marks.BOOK)
    work = {"source": source, "school": cast.kompas}
    item = Item.objects.create(key="w", subject="Wiskunde", title="Toets", category="Toets", **work)
    moment = Moment.coming(cast.kompas, NOW)
    known = {"student": cast.adam, "item": item, "score": 6, "stamped_at": NOW, "moment": moment}
    Result.objects.create(key="r", **work, **known)
    connection = MarksConnection.set_up(
        cast.kompas, said_of(marks.SCHOOL, marks.BOOK), secret=secret(), by=cast.peter, at=NOW
    )
    assert Fetching(connection, clock.now).work()
    run = Run.objects.get()
    assert (run.refusal, run.faults[0][0]) == ("", "results wiskunde-verhoudingen-9")
    assert Result.objects.filter(student=cast.adam, item__title="Toets verhoudingen").count() == 1
    assert Fetching(connection, clock.now).work() and Run.objects.latest("pk").changes == 0
    assert Result.objects.get(key="r").corrected_at is None


@pytest.mark.slow
def test_a_school_that_fills_it_in_hears_that_it_works(here: None, cast: Cast) -> None:
    said = said_of(rosters.SCHOOL, "ParnasSys")
    wrong = Connection.set_up(cast.vlieger, said, secret="not this one", by=cast.marja, at=NOW)
    assert "kent Driehoek niet" in try_out(wrong, KINDS)
    assert try_out(Connection.set_up(cast.vlieger, said, secret=secret(), by=cast.marja, at=NOW), KINDS) == ""

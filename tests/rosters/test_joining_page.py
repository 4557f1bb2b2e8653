"""The page on which the office joins the system of its roster; and who may not."""

from django.db import connection as database
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from driehoek.backbone.journal.models import Entry
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.rosters.jobs import fetch as job
from driehoek.features.rosters.models import Connection, Run
from tests.rosters.days import NOW
from tests.rosters.joined import fetch
from tests.rosters.test_pages import colleague
from tests.servers.oneroster import CLIENT, SECRET, MarkBook, Mood


def said(book: MarkBook, **other: str) -> dict[str, str]:
    mine = {"name": "ParnasSys", "address": book.address, "token_address": f"{book.place}/token"}
    return mine | {"client_id": CLIENT, "secret": SECRET} | other


def url(school: School, name: str = "connection") -> str:
    return reverse(f"rosters:{name}", args=[school.pk])


def test_the_office_joins_its_system_looks_and_agrees(school: School, book: MarkBook) -> None:
    client = colleague(school, "office")
    assert url(school) in client.get("/school/gegevens/").content.decode()
    text = client.post(url(school), said(book), follow=True).content.decode()
    assert "Het werkt." in text and "ParnasSys" in text and SECRET not in text
    made = Connection.objects.get()
    assert (
        SECRET not in made.sealed_secret and Entry.objects.filter(verb="rosters.connection.set_up").exists()
    )
    text = client.post(url(school, "fetching"), follow=True).content.decode()
    assert "Nog bezig" in text
    job.call(made.pk)
    run = Run.objects.get()
    text = client.get(url(school)).content.decode()
    assert "Wacht op akkoord" in text and reverse("rosters:proposal", args=[run.upload.pk]) in text
    page = client.get(reverse("rosters:proposal", args=[run.upload.pk])).content.decode()
    assert "jullie eigen systeem" not in page and "zien nog niets" in page  # she asked, so she looks anyway


def test_a_server_that_says_no_is_told_in_plain_words(school: School, book: MarkBook) -> None:
    client, book.mood = colleague(school, "office"), Mood.FORBIDS
    assert "kent Driehoek niet" in client.post(url(school), said(book), follow=True).content.decode()
    fetch(Connection.objects.get())
    assert "kent Driehoek niet" in client.get(url(school)).content.decode()


def test_what_cannot_be_used_is_told_and_nothing_of_the_form_is_lost(school: School, book: MarkBook) -> None:
    client = colleague(school, "office")
    answer = client.post(url(school), said(book, address="https://elders.example/ims/oneroster"))
    assert answer.status_code == 422 and "staat niet op de lijst" in answer.content.decode()
    assert "https://elders.example" in answer.content.decode() and not Connection.objects.exists()


def test_a_secret_is_not_sent_to_another_address(
    connection: Connection, school: School, book: MarkBook
) -> None:
    moved = said(book, address=f"{book.place}/other", secret="")
    assert colleague(school, "office").post(url(school), moved).status_code == 422
    assert Connection.objects.get().address == book.address


def test_who_stops_it_keeps_everybody(trusted: Connection, school: School) -> None:
    people = Person.objects.count()
    client = colleague(school, "office")
    assert "blijft" in client.post(url(school, "cutting"), follow=True).content.decode()
    assert not Connection.objects.exists() and not trusted.transcript.folder.exists()
    assert Person.objects.count() == people + 1  # and the colleague


def test_a_teacher_or_another_school_has_no_such_page(connection: Connection, school: School) -> None:
    other = School.objects.create(board=school.board, name="De Bocht", sector="primary")
    for client in (colleague(school, "teacher"), colleague(other, "office"), Client()):
        for name in ("connection", "fetching", "trying", "cutting"):
            assert client.post(url(school, name)).status_code in (302, 404)
    assert Connection.objects.exists() and not Run.objects.exists()
    assert colleague(school, "head").post(url(school, "trying")).status_code == 302


def test_the_page_asks_as_often_for_nine_times_as_for_one(
    trusted: Connection, school: School, office: Person
) -> None:
    client, first = colleague(school, "office"), Run.objects.get()
    more = {"connection": trusted, "by": office, "upload": first.upload, "began_at": NOW, "ended_at": NOW}
    asked = []
    client.get(url(school))  # what is looked up once
    for count in (1, 9):
        Run.objects.bulk_create(Run(**more) for _time in range(count - Run.objects.count()))
        with CaptureQueriesContext(database) as queries:
            assert client.get(url(school)).content.decode().count("opgehaald</span>") == count
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 12

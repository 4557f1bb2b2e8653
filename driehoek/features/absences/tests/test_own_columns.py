"""A school calls its columns as it likes: it says so once. And what became of each file stands there."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from driehoek.features.absences.explaining import explain
from driehoek.features.absences.models import Absence, ColumnChoices, Outcome, Reason, SourceLine, Upload
from driehoek.features.absences.models.upload import NAMED
from driehoek.features.absences.tests.files import (
    HEAD,
    LATE,
    MISSED,
    agree,
    bring,
    hand_in,
    number,
    post_file,
    workbook,
)
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
OWN = "Kind;Wanneer;Wat;Lesuur begint;Docent\n"
LINE = "{adam};17-11-2026;Te laat;08:30;De Boer\n"
SAID = {"c0-0": "student", "c0-1": "day", "c0-2": "reason", "c0-3": "from", "c0-4": "-"}
HISTORY = reverse("absences:bring")


def say(cast: Cast, who: str = "peter", **said: str) -> str:
    """What the columns of the last file mean; the page that comes then."""
    address = reverse("absences:columns", args=[Upload.objects.latest("pk").pk])
    answer = cast.sign_in(getattr(cast, who)).post(address, SAID | said, follow=True)
    return answer.text if answer.status_code in (200, 422) else str(answer.status_code)


def test_columns_with_names_of_their_own_are_asked_about_once(cast: Cast) -> None:
    asked = hand_in(cast, OWN, LINE)
    assert "Wat staat waar?" in asked.text and "De kolom “leerlingnummer” ontbreekt." in asked.text
    assert "Akkoord" in say(cast) and not Absence.objects.exists()
    again = hand_in(cast, OWN, LINE, LINE.replace("17-11", "18-11"))  # the next week nobody asks
    assert len(again.context["difference"].new) == 2
    agree(cast, again)
    assert {one.from_time for one in Absence.objects.all()} == {dt.time(8, 30)}
    assert ColumnChoices.objects.get().by == cast.peter


def test_what_columns_mean_is_the_schools_own(cast: Cast) -> None:
    hand_in(cast, OWN, LINE)
    say(cast)
    upload = Upload.receive(cast.vlieger, [], source="x", by=cast.marja, at=NOW)
    assert ColumnChoices.of(cast.kompas) and not ColumnChoices.of(upload.school)


def test_a_line_cannot_do_without_a_student_a_day_and_a_kind(cast: Cast) -> None:
    hand_in(cast, OWN, LINE)
    assert "mist nog: Datum" in say(cast, **{"c0-1": "-"})
    assert "is iets twee keer gekozen" in say(cast, **{"c0-4": "day"})
    assert not ColumnChoices.objects.exists() and not Outcome.objects.exists()


def test_nobody_else_says_what_columns_mean(cast: Cast) -> None:
    hand_in(cast, OWN, LINE)
    for who in ("dijk", "naima", "adam", "joris"):
        assert say(cast, who) in ("403", "404")
    assert not ColumnChoices.objects.exists()


def test_a_title_that_means_something_else_here_is_said_otherwise(cast: Cast) -> None:
    """The page says how it reads them, and leads to where that is changed."""
    shown = hand_in(cast, "Leerlingnummer;Datum;Omschrijving;Soort\n", "{adam};17-11-2026;Te laat;AB\n").text
    assert "Wat betekenen deze woorden?" not in shown  # the first that looks like it
    hand_in(cast, "Leerlingnummer;Datum;Soort;Omschrijving\n", "{adam};17-11-2026;AB;Te laat\n")
    columns = reverse("absences:columns", args=[Upload.objects.latest("pk").pk])
    brought = reverse("absences:brought", args=[Upload.objects.latest("pk").pk])
    page = cast.sign_in(cast.peter).get(brought).text
    assert "<bdi>AB</bdi>" in page and columns in page and "Zo lezen wij de kolommen" in page
    said = {"c0-0": "student", "c0-1": "day", "c0-2": "-", "c0-3": "reason"}
    page = cast.sign_in(cast.peter).post(columns, said, follow=True).text
    assert "<bdi>AB</bdi>" not in page and "Akkoord" in page


def test_what_was_done_cannot_be_read_otherwise_afterwards(cast: Cast) -> None:
    bring(cast, LATE)
    upload = Upload.objects.get()
    columns = reverse("absences:columns", args=[upload.pk])
    answer = cast.sign_in(cast.peter).get(columns)
    assert answer.status_code == 302 and answer["Location"] == reverse("absences:brought", args=[upload.pk])


def test_the_history_says_who_when_how_many_lines_and_what_was_left_out(cast: Cast) -> None:
    bring(cast, LATE, MISSED, "999;17-11-2026;Te laat;;;;3\n", "{adam};17-11-2026;;;;;4\n")
    upload, peter = Upload.objects.get(), cast.sign_in(cast.peter)
    line = peter.get(HISTORY).text.split('id="earlier"')[1]
    assert "Magister" in line and cast.peter.full_name in line and "15:00" in line
    assert "Regels: 4" in line and "Overgeslagen: 2" in line and "Gedaan" in line
    page = peter.get(reverse("absences:brought", args=[upload.pk])).text
    assert "Regel 4" in page and "Deze leerling kennen wij niet" in page
    assert "Regel 5" in page and "De soort ontbreekt." in page and cast.peter.full_name in page


def test_a_file_that_cannot_be_used_stands_there_with_the_reason(cast: Cast) -> None:
    hand_in(cast, "Leerlingnummer;Soort\n1;Ziek\n")
    upload, peter = Upload.objects.get(), cast.sign_in(cast.peter)
    assert "Niet gelezen" in peter.get(HISTORY).text and not upload.files
    assert "De kolom “datum” ontbreekt." in peter.get(reverse("absences:brought", args=[upload.pk])).text


def test_the_same_file_again_stands_there_as_no_change(cast: Cast) -> None:
    bring(cast, LATE, MISSED)
    hand_in(cast, HEAD, LATE, MISSED)
    assert "Er veranderde niets" in cast.sign_in(cast.peter).get(HISTORY).text
    assert Absence.objects.count() == SourceLine.objects.count() == 2


def test_which_lines_were_left_out_is_forgotten_and_the_numbers_stay(cast: Cast) -> None:
    bring(cast, LATE, "999;17-11-2026;Te laat;;;;3\n")
    Upload.objects.all().forget_old(NOW + NAMED - dt.timedelta(days=1))
    assert Outcome.objects.get().faults
    Upload.objects.all().forget_old(NOW + NAMED + dt.timedelta(minutes=1))
    outcome = Outcome.objects.get()
    assert not outcome.faults and (outcome.lines, outcome.faulty) == (2, 1)
    page = cast.sign_in(cast.peter).get(reverse("absences:brought", args=[outcome.upload_id])).text
    assert "staat hier 90 dagen" in page


def test_the_history_of_another_school_is_not_there(cast: Cast) -> None:
    bring(cast, LATE)
    page = reverse("absences:brought", args=[Upload.objects.get().pk])
    assert cast.sign_in(cast.peter).get(page).status_code == 200
    for who in (cast.marja, cast.dijk, cast.naima):
        assert cast.sign_in(who).get(page).status_code == 404
    assert "Er is nog niets ingelezen" in cast.sign_in(cast.marja).get(HISTORY).text


def test_a_longer_history_asks_no_more_questions(cast: Cast) -> None:
    peter, asked = cast.sign_in(cast.peter), []
    peter.get(HISTORY)
    for more in (2, 8):
        for n in range(more):
            upload = Upload.receive(cast.kompas, [], source=f"Systeem {more} {n}", by=cast.peter, at=NOW)
            upload.keep(Outcome(new=n, faulty=n, faults=[[n, "Waarom."]]))
        with CaptureQueriesContext(connection) as captured:
            page = peter.get(HISTORY).text
        asked.append(len(captured))
    assert page.count("Overgeslagen") >= 8 and asked[0] == asked[1] <= 12


def test_beside_what_came_from_a_file_stands_its_source_and_day(cast: Cast) -> None:
    dated = HEAD.replace("Nummer", "Nummer;Gewijzigd"), LATE.replace(";1\n", ";1;16-11-2026\n")
    agree(cast, hand_in(cast, *dated))
    explain_none = Absence.objects.get()
    for who, page in (
        (cast.naima, reverse("absences:overview", args=[cast.adam.pk])),
        (cast.dijk, reverse("absences:overview", args=[cast.adam.pk])),
        (cast.naima, explain_none.get_absolute_url()),
    ):
        shown = cast.sign_in(who).get(page).text.replace("<bdi>", "").replace("</bdi>", "")
        assert "Uit Magister, van 16 november" in shown


def test_what_home_told_itself_names_no_source(cast: Cast) -> None:
    bring(cast, MISSED)
    explain(Absence.objects.get(), Reason.DOCTOR, by=cast.naima, at=NOW)
    SourceLine.objects.all().delete()
    page = cast.sign_in(cast.naima).get(reverse("absences:overview", args=[cast.adam.pk])).text
    assert "Uit " not in page.split("<main")[1].split("</main")[0]


def test_an_excel_file_with_names_of_its_own_is_asked_about_too(cast: Cast) -> None:
    content = workbook(["Kind", "Wanneer", "Wat"], [number(cast, cast.adam), dt.date(2026, 11, 17), "Ziek"])
    assert "Wat staat waar?" in post_file(cast, "afwezig.xlsx", content).text
    assert "Akkoord" in say(cast, **{"c0-3": "-"})

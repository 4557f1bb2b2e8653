"""From a file to results: proposed first, all or nothing, twice is once, and what is wrong is named."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from driehoek.features.results.models import Item, Result, Upload
from driehoek.features.results.tests.books import agree, bring_in, hand_in, item, oneroster, result, sheet
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
YUSUF, FINN = "dv-yusuf", "dv-finn"
HEADER = "Leerlingnummer;Vak;Toets;Cijfer;Datum;Opmerking"


@pytest.fixture(autouse=True)
def media(settings: object, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path  # type: ignore[attr-defined]


def page_of(office: Client, upload: Upload) -> str:
    return office.get(reverse("results:proposal", args=[upload.pk])).content.decode()


def test_nothing_is_written_before_somebody_agrees_and_agreeing_twice_does_it_once(
    cast: Cast, office: Client, django_capture_on_commit_callbacks: object
) -> None:
    marks = [result(YUSUF, score="7.4", comment="Netjes"), result(FINN, "r2", textScore="V")]
    upload = hand_in(office, cast.vlieger, oneroster(marks))
    assert "Wiskunde" in page_of(office, upload) and "7" not in str(upload.proposal.counts)
    assert not Result.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        agree(office, upload)
        agree(office, upload)
    of_yusuf = Result.objects.get(student=cast.yusuf)
    assert (str(of_yusuf.score), of_yusuf.comment, of_yusuf.item.subject) == ("7.40", "Netjes", "Wiskunde")
    assert Result.objects.get(student=cast.finn).text == "V"
    assert not upload.folder.exists()


def test_the_same_file_again_changes_nothing(cast: Cast, office: Client) -> None:
    bring_in(office, cast.vlieger, [result(YUSUF, score="7")])
    again = hand_in(office, cast.vlieger, oneroster([result(YUSUF, score="7")]))
    assert again.state == "same" and "Alles klopt al" in page_of(office, again)


def test_a_row_that_is_gone_says_so_and_what_is_not_in_the_file_stays(cast: Cast, office: Client) -> None:
    bring_in(office, cast.vlieger, [result(YUSUF, score="7"), result(FINN, "r2", score="8")])
    bring_in(office, cast.vlieger, [result(FINN, "r2", status="tobedeleted")])
    assert [mark.student for mark in Result.objects.all()] == [cast.yusuf]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (result("dv-nobody", score="7"), "Deze leerling kennen wij niet op deze school."),
        (result(YUSUF, score="11"), "Dit cijfer valt buiten de schaal van het werk."),
        (result(YUSUF, score="zeven"), "Een getal is niet te lezen."),
        (result(YUSUF, lineItemSourcedId="w9", score="7"), "Dit werk staat niet in het bestand."),
        (result(YUSUF, lineItemSourcedId="", score="7"), "Het werk ontbreekt."),
        (result(YUSUF, scoreStatus="great", score="7"), "De status great kennen wij niet."),
        (result(YUSUF, textScore="x" * 41), "Het resultaat is te lang."),
        (result(FINN, "r2", score="6"), "Dit nummer staat er twee keer in."),
    ],
)
def test_a_broken_row_is_named_and_the_rest_goes_on(
    cast: Cast, office: Client, row: dict[str, str], reason: str
) -> None:
    upload = hand_in(office, cast.vlieger, oneroster([result(FINN, "r2", score="8"), row]))
    assert upload.proposal.faults == [["results.csv", 3, reason]]
    assert reason in page_of(office, upload)
    agree(office, upload)
    assert [str(mark.score) for mark in Result.objects.all()] == ["8.00"]


@pytest.mark.parametrize("never", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59Z"])
def test_a_stamp_that_no_clock_can_show_does_not_count(cast: Cast, office: Client, never: str) -> None:
    bring_in(office, cast.vlieger, [result(YUSUF, score="7", dateLastModified=never)])
    assert Result.objects.get().stamped_at == NOW
    assert office.get(reverse("results:child", args=[cast.yusuf.pk])).status_code == 200


def test_a_number_of_another_student_is_not_taken_over(cast: Cast, office: Client) -> None:
    bring_in(office, cast.vlieger, [result(YUSUF, score="7")])
    upload = hand_in(office, cast.vlieger, oneroster([result(FINN, score="3")]))
    assert "Dit nummer hoort al bij een andere leerling." in page_of(office, upload)
    assert Result.objects.get().student == cast.yusuf


def test_a_sheet_of_its_own_asks_for_its_columns_once(cast: Cast, office: Client) -> None:
    odd = [HEADER.replace("Cijfer", "Uitkomst"), f"{YUSUF};Rekenen;Tafels;7,5;17-11-2026;Goed geoefend"]
    upload = hand_in(office, cast.vlieger, sheet(*odd))
    assert upload.state == "columns"
    url = reverse("results:columns", args=[upload.pk])
    assert office.post(url, {}).status_code == 422
    meant = ["student", "subject", "title", "value", "day", "comment"]
    office.post(url, {f"c0-{place}": field for place, field in enumerate(meant)})
    agree(office, upload)
    assert (str(Result.objects.get().score), Item.objects.get().title) == ("7.50", "Tafels")
    assert hand_in(office, cast.vlieger, sheet(*odd)).state == "same"


def test_half_a_set_and_something_else_are_refused_in_words(cast: Cast, office: Client) -> None:
    two = hand_in(office, cast.vlieger, sheet("geen", "cijfers"))
    assert two.state == "columns"
    broken = oneroster([])
    broken.seek(0)
    upload = hand_in(office, cast.vlieger, type(broken)("cijfers.zip", broken.read()[:80]))
    assert "Dit zip-bestand is kapot of op slot." in page_of(office, upload)


def test_homework_stands_by_itself(cast: Cast, office: Client) -> None:
    work = item("h1", title="Som 1 tot 8", categorySourcedId="hw", dueDate="2026-11-23")
    bring_in(office, cast.vlieger, [], [work])
    assert Item.objects.get().is_homework


@pytest.mark.parametrize("name", ["anouk", "naima", "petra", "ingrid"])
def test_only_the_leaders_of_the_school_bring_results_in(cast: Cast, office: Client, name: str) -> None:
    upload = hand_in(office, cast.vlieger, oneroster([result(YUSUF, score="7")]))
    other = cast.sign_in(getattr(cast, name))
    assert other.get(reverse("results:proposal", args=[upload.pk])).status_code == 404
    other.post(reverse("results:agreement", args=[upload.pk]), {"digest": upload.proposal.digest})
    assert not Result.objects.exists()

"""Absences from a file: looked at first, brought once, and a faulty line is named and left out."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment, ExternalKey
from driehoek.features.absences.explaining import explain
from driehoek.features.absences.exporting import close_batch
from driehoek.features.absences.models import Absence, Reason, SourceLine, Upload
from driehoek.features.absences.models.upload import KEPT
from driehoek.features.absences.reporting import Said, note_missing, report
from driehoek.features.absences.sheet import NOTHING
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
from driehoek.features.absences.watching import ask_who_is_better
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db


def classmate(cast: Cast) -> Person:
    others = Enrolment.objects.on(TODAY).filter(group__school=cast.kompas).exclude(student=cast.adam)
    return others.select_related("student").order_by("pk")[0].student


def test_nothing_is_written_before_somebody_agreed(
    cast: Cast, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    answer = hand_in(cast, HEAD, LATE, MISSED)
    assert len(answer.context["difference"].new) == 2 and not Absence.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        assert agree(cast, answer) == 302
    late, missed = Absence.objects.order_by("starts_on")
    assert (late.reason, late.subject, late.until_time) == (Reason.LATE, "Wiskunde", dt.time(8, 45))
    assert missed.is_unexplained and missed.source_line.source == "Magister"
    assert not Upload.objects.get().files


def test_the_same_file_again_changes_nothing(cast: Cast) -> None:
    bring(cast, LATE, MISSED)
    difference = hand_in(cast, HEAD, LATE, MISSED).context["difference"]
    assert difference.is_empty and difference.stays == 2


def test_what_is_different_changes_and_what_was_not_so_is_taken_back(cast: Cast) -> None:
    bring(cast, LATE, MISSED)
    bring(cast, LATE.replace("Te laat", "Dokter"), MISSED.replace("Niet gemeld", "Aanwezig"))
    assert [one.reason for one in Absence.objects.standing()] == [Reason.DOCTOR]
    again = hand_in(cast, HEAD, MISSED.replace("Niet gemeld", "Aanwezig")).context["difference"]
    assert again.is_empty


def test_what_was_not_so_and_then_was_so_counts_again(cast: Cast) -> None:
    absent, present = MISSED, MISSED.replace("Niet gemeld", "Aanwezig")
    bring(cast, absent)
    bring(cast, present)
    assert not Absence.objects.standing().exists()
    bring(cast, absent)
    assert Absence.objects.standing().get().is_unexplained
    assert hand_in(cast, HEAD, absent).context["difference"].is_empty
    bring(cast, present)
    assert not Absence.objects.standing().exists()


def test_what_counts_again_keeps_what_home_said_of_it(cast: Cast) -> None:
    bring(cast, MISSED)
    explain(Absence.objects.get(), Reason.DOCTOR, by=cast.naima, at=NOW)
    bring(cast, MISSED.replace("Niet gemeld", "Aanwezig"))
    bring(cast, MISSED)
    assert Absence.objects.standing().get().reason == Reason.DOCTOR


def test_what_was_not_so_stays_away_when_home_told_that_day_meanwhile(cast: Cast) -> None:
    bring(cast, MISSED)
    bring(cast, MISSED.replace("Niet gemeld", "Aanwezig"))
    note_missing(cast.adam, cast.kompas, by=cast.dijk, at=NOW, day=dt.date(2026, 11, 18))
    assert hand_in(cast, HEAD, MISSED).context["difference"].is_empty


@pytest.mark.parametrize("sign", ["-", "–", " - "])
def test_a_cell_with_a_line_says_nothing(cast: Cast, sign: str) -> None:
    bring(cast, LATE.replace("Wiskunde", sign), MISSED.replace("10:50", sign).replace("2\n", f"{sign}\n"))
    late, missed = Absence.objects.order_by("starts_on")
    assert late.subject == "" and missed.until_time is None
    assert missed.source_line.key not in NOTHING


@pytest.mark.parametrize(("cell", "time"), [
    (0.25, dt.time(6)), (0.3541666666666667, dt.time(8, 30)), (dt.time(8, 30), dt.time(8, 30)),
    ("0:25", dt.time(0, 25)), ("8.30", dt.time(8, 30)), ("0,5", dt.time(12)), ("", None),
])  # fmt: skip
def test_a_time_in_excel_is_a_time_with_and_without_a_format(
    cast: Cast, cell: object, time: dt.time | None
) -> None:
    sheet = [number(cast, cast.adam), dt.date(2026, 11, 18), "Te laat", cell]
    answer = post_file(cast, "afwezig.xlsx", workbook(["Leerlingnummer", "Datum", "Soort", "Van"], sheet))
    (_student, line), = answer.context["difference"].new  # fmt: skip
    assert line.from_time == time


@pytest.mark.parametrize("cell", [0.99999, 8.3, 25, "24:00", "12:60"])
def test_what_is_no_time_of_a_day_is_refused(cast: Cast, cell: object) -> None:
    sheet = [number(cast, cast.adam), dt.date(2026, 11, 18), "Te laat", cell]
    answer = post_file(cast, "afwezig.xlsx", workbook(["Leerlingnummer", "Datum", "Soort", "Van"], sheet))
    assert "Regel 2" in answer.text and "is geen tijd" in answer.text


def test_what_home_said_stays(cast: Cast) -> None:
    bring(cast, MISSED)
    explain(Absence.objects.get(), Reason.DOCTOR, by=cast.naima, at=NOW)
    assert hand_in(cast, HEAD, MISSED).context["difference"].is_empty
    assert Absence.objects.get().reason == Reason.DOCTOR


def test_an_illness_of_an_earlier_lesson_is_over_and_the_page_asks_about_then(cast: Cast) -> None:
    bring(cast, MISSED)
    lesson, naima = Absence.objects.get(), cast.sign_in(cast.naima)
    page = naima.get(reverse("absences:explanation", args=[lesson.pk])).text
    assert "Engels" in page and "is nog niet op school" not in page and "Bel dan meteen" not in page
    assert naima.post(reverse("absences:explanation", args=[lesson.pk]), {"why": "ill"}).status_code == 302
    lesson.refresh_from_db()
    assert lesson.is_ill and lesson.until_time == dt.time(10, 50) and lesson.ends_on == lesson.starts_on
    assert ask_who_is_better(NOW) == 0
    whole_day = note_missing(cast.adam, cast.kompas, by=cast.dijk, at=NOW, day=TODAY - dt.timedelta(days=2))
    explain(whole_day, Reason.ILL, by=cast.naima, at=NOW)
    assert ask_who_is_better(NOW) == 0


def test_a_lesson_of_today_is_no_alarm_and_a_report_of_the_day_stands_beside_it(cast: Cast) -> None:
    bring(cast, MISSED.replace("18-11-2026", f"{TODAY:%d-%m-%Y}"))
    assert "is nog niet op school" not in cast.sign_in(cast.naima).get("/").text
    report([cast.adam], Said(Reason.ILL, TODAY, None), token=uuid.uuid4(), by=cast.naima, at=NOW)
    lesson, day = Absence.objects.order_by("pk")
    assert lesson.is_unexplained and day.is_ill and day.from_time is None


def test_home_takes_back_nothing_that_the_system_of_school_brought(cast: Cast) -> None:
    bring(cast, MISSED)
    explain(Absence.objects.get(), Reason.DOCTOR, by=cast.naima, at=NOW)
    naima, absence = cast.sign_in(cast.naima), Absence.objects.get()
    assert absence.may_change(NOW)  # read a moment ago
    assert naima.post(reverse("absences:withdrawal", args=[absence.pk])).status_code == 403
    naima.post(reverse("absences:undoing", args=[absence.report_id]))
    assert Absence.objects.standing().get() == absence


def test_a_day_that_was_told_already_is_no_second_absence(cast: Cast) -> None:
    note_missing(cast.adam, cast.kompas, by=cast.dijk, at=NOW, day=dt.date(2026, 11, 18))
    assert hand_in(cast, HEAD, MISSED).context["difference"].is_empty


@pytest.mark.parametrize(("line", "said"), [
    ("999;17-11-2026;Te laat;;;;3\n", "Deze leerling kennen wij niet"),
    (";17-11-2026;Te laat;;;;3\n", "Het leerlingnummer ontbreekt"),
    ("{adam};31-02-2026;Te laat;;;;3\n", "Een datum is niet te lezen"),
    ("{adam};17-11-2027;Te laat;;;;3\n", "ligt in de toekomst"),
    ("{adam};17-11-2026;;;;;3\n", "De soort ontbreekt."),
    ("{adam};17-11-2026;Te laat;half 9;;;3\n", "is geen tijd"),
    ("{adam};17-11-2026;Te laat;09:00;08:00;;3\n", "houdt op voor hij begint"),
    ("{adam};17-11-2026;Te laat;;;;1\n", "staat er twee keer in"),
    ("{adam};17-11-2026\n", "te veel of te weinig kolommen"),
])  # fmt: skip
def test_a_faulty_line_is_named_and_the_others_come(cast: Cast, line: str, said: str) -> None:
    answer = hand_in(cast, HEAD, LATE, line)
    assert "Regel 3" in answer.text and said in answer.text
    agree(cast, answer)
    assert Absence.objects.count() == 1


def test_a_file_that_cannot_be_read_changes_nothing_and_says_why(cast: Cast) -> None:
    assert "De kolom “datum” ontbreekt." in hand_in(cast, "Leerlingnummer;Soort\n1;Ziek\n").text
    assert "Kies één bestand" in hand_in(cast, "x", name="afwezig.pdf").text
    assert not Absence.objects.exists()


def test_nobody_else_brings_absences(cast: Cast) -> None:
    waiting = hand_in(cast, HEAD, LATE)
    for who in (cast.dijk, cast.naima, cast.adam, cast.joris):
        assert hand_in(cast, HEAD, LATE, by=who).status_code in (404, 422)
        assert agree(cast, waiting, by=who) in (403, 404)
    assert not Absence.objects.exists()


def test_a_world_that_changed_meanwhile_asks_to_look_again(cast: Cast) -> None:
    answer = hand_in(cast, HEAD, MISSED)
    note_missing(cast.adam, cast.kompas, by=cast.dijk, at=NOW, day=dt.date(2026, 11, 18))
    agree(cast, answer)
    assert not SourceLine.objects.exists()


def test_a_number_that_became_somebody_elses_meanwhile_asks_to_look_again(cast: Cast) -> None:
    answer = hand_in(cast, HEAD, MISSED)
    ExternalKey.objects.filter(school=cast.kompas, person=cast.adam).update(person=classmate(cast))
    agree(cast, answer)
    assert not Absence.objects.exists()


def test_it_is_not_sent_back_until_home_said_why(cast: Cast) -> None:
    bring(cast, MISSED)
    assert close_batch(cast.kompas, by=cast.peter, at=NOW) is None
    explain(Absence.objects.get(), Reason.DOCTOR, by=cast.naima, at=NOW)
    assert close_batch(cast.kompas, by=cast.peter, at=NOW) is not None


def test_a_file_that_nobody_agreed_to_is_thrown_away(cast: Cast) -> None:
    hand_in(cast, HEAD, LATE)
    Upload.objects.all().forget_old(NOW + KEPT + dt.timedelta(minutes=1))
    upload = Upload.objects.get()
    assert upload.is_forgotten and not upload.files and upload.at.date() == TODAY

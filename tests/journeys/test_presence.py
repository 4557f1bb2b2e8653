"""The office brings absences from a file; home finds them on one page and says why, by tap and by key."""

import pytest
from django.urls import reverse

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import ExternalKey
from driehoek.features.absences.models import Absence, Reason
from driehoek.features.absences.tests.test_overview import away
from tests.cast import Cast
from tests.journeys.conftest import Visit
from tests.journeys.test_by_keyboard import press
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.django_db(transaction=True)
LINES = """Leerlingnummer;Datum;Soort;Van;Tot;Vak;Nummer
{adam};17-11-2026;Te laat;08:30;08:45;Wiskunde;1
{adam};18-11-2026;Niet gemeld;10:00;10:50;Engels;2
{adam};31-02-2026;Te laat;;;;3
"""


def hand_in(visitor: Visitor, number: str) -> None:
    """A system picker for the file; the rest is typed."""
    page = visitor.open(reverse("absences:bring")).page
    visitor.fill("Uit welk systeem?", "Magister")
    content = LINES.format(adam=number).encode()
    page.locator("input[type=file]").set_input_files(
        {"name": "afwezig.csv", "mimeType": "text/csv", "buffer": content}
    )


def overview(student: Person) -> str:
    return reverse("absences:overview", args=[student.pk])


def test_a_file_is_looked_at_first_and_stands_on_the_page_of_the_child_after_two_presses(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    office = visit(cast.peter, javascript=javascript)
    hand_in(office, ExternalKey.objects.get(school=cast.kompas, person=cast.adam).key)
    press(office, office.page.get_by_role("button", name="Bekijk wat er verandert"))
    agree = office.page.get_by_role("button", name="Akkoord")
    agree.wait_for()
    assert office.sees("Regel 4") and "Een datum is niet te lezen" in office.reads()
    assert not Absence.objects.exists()
    press(office, agree)
    office.page.get_by_text("Dit is ingelezen.").wait_for()
    assert office.taps == 2 and Absence.objects.count() == 2
    home = visit(cast.naima, javascript=javascript)
    home.open(reverse("children:detail", args=[cast.adam.pk])).tap("Het hele schooljaar")
    assert home.path == overview(cast.adam) and home.taps == 1
    assert home.sees("Engels") and home.sees("Wiskunde") and "Magister" in home.reads()


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_home_says_why_in_two_presses_and_the_line_is_no_longer_open(
    cast: Cast, visit: Visit, javascript: bool, language: str
) -> None:
    absence = away(cast.adam, cast.kompas, 1, subject="Engels")
    cast.naima.speak(language)
    home = visit(cast.naima, javascript=javascript, width=320).open(overview(cast.adam))
    press(home, home.page.locator(f"a[href='{reverse('absences:explanation', args=[absence.pk])}']"))
    doctor = home.page.locator(f"main button[value={Reason.DOCTOR.value}]")
    press(home, doctor)
    doctor.wait_for(state="detached")
    absence.refresh_from_db()
    assert home.taps == 2 and absence.reason == Reason.DOCTOR
    assert home.open(overview(cast.adam)).page.locator("a[href*='/waarom/']").count() == 0
    assert home.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_mentor_reads_the_same_by_week_and_is_asked_nothing(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    away(cast.adam, cast.kompas, 1, subject="Engels")
    away(cast.adam, cast.kompas, 9, Reason.LATE, "Wiskunde")
    mentor = visit(cast.dijk, javascript=javascript).open(reverse("children:pupil", args=[cast.adam.pk]))
    press(mentor, mentor.page.locator(f"main a[href='{overview(cast.adam)}']"))
    mentor.page.wait_for_url(f"**{overview(cast.adam)}")
    assert mentor.sees("November 2026") and not mentor.sees("Zeg waarom")
    mentor.tap(mentor.page.locator("main a[href*='per=week']"))
    assert mentor.sees("Week van 16 november") and mentor.sees("Week van 9 november")
    assert mentor.taps == 2


def test_who_has_no_child_there_finds_no_page_and_no_file(cast: Cast, visit: Visit) -> None:
    away(cast.adam, cast.kompas, 1, subject="Engels")
    other = visit(cast.elif_, javascript=False)
    for path in (overview(cast.adam), reverse("absences:bring")):
        answer = other.page.goto(other.home + path)
        assert answer is not None and answer.status == 404

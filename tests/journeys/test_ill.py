"""F4: a morning at home with an ill child, and what school does with it; also in Arabic."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from driehoek.facts.people.models import NearPerson, NearPersonAnswer
from driehoek.features.absences.models import Absence, MorningAnswer, Pickup, Reason
from driehoek.features.absences.reporting import note_missing
from driehoek.features.absences.tests.told import A_DAY, ill
from driehoek.features.absences.watching import ask_who_is_better
from tests.cast import NOW, TODAY, Cast
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.django_db(transaction=True)
BREAKFAST = NOW.replace(hour=7, minute=40)


def test_one_child_is_reported_ill_in_two_taps(cast: Cast, visit: Visit, javascript: bool) -> None:
    with time_machine.travel(BREAKFAST, tick=False):
        marieke = visit(cast.marieke, javascript=javascript).open("/")
        marieke.tap("Ziek melden")
        marieke.tap("Meld aan school")
        assert marieke.sees("Beterschap!") and "Juf" in marieke.reads()
        assert marieke.taps == 2
        assert {a.reason for a in Absence.objects.filter(student=cast.finn)} == {Reason.ILL}
        marieke.tap("Maak ongedaan")
    assert not Absence.objects.standing().exists()


def test_one_of_several_children_takes_three_taps(cast: Cast, visit: Visit, javascript: bool) -> None:
    naima = visit(cast.naima, javascript=javascript).open("/")
    naima.tap("Ziek melden")
    naima.tap(naima.page.locator("label.pick", has_text="Yusuf"))
    naima.tap("Meld aan school")
    assert naima.sees("Beterschap!")
    assert naima.taps == 3
    assert {absence.student for absence in Absence.objects.all()} == {cast.yusuf}
    assert "Ziek" in visit(cast.rachid).open(reverse("children:detail", args=[cast.yusuf.pk])).reads()


def test_in_arabic_it_takes_the_same_two_taps(cast: Cast, visit: Visit, javascript: bool) -> None:
    rania = visit(cast.rania, javascript=javascript).open("/")
    assert rania.page.locator("html").get_attribute("dir") == "rtl"
    rania.tap("الإبلاغ عن مرض")
    rania.tap("أبلغ المدرسة")
    assert rania.sees("سلامتك!")
    assert rania.taps == 2 and Absence.objects.filter(student=cast.omar).exists()


def test_it_works_with_the_keyboard_alone(cast: Cast, visit: Visit) -> None:
    marieke = visit(cast.marieke).open(reverse("absences:report"))
    keys = marieke.page.keyboard
    marieke.page.get_by_role("radio", name="Ziek").focus()
    keys.press("ArrowRight")
    for _ in range(12):
        keys.press("Tab")
        if marieke.page.evaluate("document.activeElement.matches('button.btn-l')"):
            break
    keys.press("Enter")
    marieke.page.get_by_text("Gemeld.").first.wait_for()
    assert Absence.objects.first().reason == Reason.DOCTOR  # type: ignore[union-attr]  # just made


def test_the_next_morning_one_tap_answers(cast: Cast, visit: Visit, javascript: bool) -> None:
    ill(cast.yusuf, by=cast.naima, since=TODAY - A_DAY, at=NOW - A_DAY)
    ask_who_is_better(NOW.replace(hour=7, minute=15))
    naima = visit(cast.naima, javascript=javascript).open("/")
    naima.tap("Nog ziek")
    assert naima.sees("Beterschap! School weet het.")
    assert naima.taps == 1 and MorningAnswer.objects.get().still_ill


def test_who_is_missed_is_explained_in_one_tap(cast: Cast, visit: Visit, javascript: bool) -> None:
    note_missing(cast.yusuf, cast.vlieger, by=cast.anouk, at=NOW, day=TODAY)
    naima = visit(cast.naima, javascript=javascript).open("/")
    naima.tap(naima.page.locator("button[name=why][value=late]"))
    assert naima.sees("Bedankt. School weet het.")
    assert naima.taps == 1 and Absence.objects.get().reason == Reason.LATE


def test_grandmother_fetches_in_two_taps(cast: Cast, visit: Visit, javascript: bool) -> None:
    near = NearPerson.objects.create(
        student=cast.saar, named_by=cast.eline, name="Oma Ria", relation="grandparent", at=NOW
    )
    NearPersonAnswer.objects.create(near=near, is_agreed=True, by=None, at=NOW)
    eline = visit(cast.eline, javascript=javascript).open("/")
    eline.tap("Ophalen of later")
    assert eline.page.locator(".nav a[aria-current=true]").inner_text() == "Vandaag"
    eline.tap("Oma Ria")
    assert eline.sees("Oma Ria haalt Saar op.")
    assert eline.taps == 2 and Pickup.objects.filter(near=near).exists()
    anouk = visit(cast.anouk, "school", javascript=javascript)
    assert "Oma Ria" in anouk.open(reverse("absences:day_list", args=[cast.groep_5.pk])).reads()


def test_coming_later_takes_two_taps_for_one_child_and_no_more_for_several(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    for parent, child in ((cast.marieke, cast.finn), (cast.naima, cast.yusuf)):
        home = visit(parent, javascript=javascript).open("/")
        home.tap("Ophalen of later")
        home.tap(home.page.locator(f"section[aria-labelledby=kind-{child.pk}] button[value='20']"))
        assert home.sees("School weet het") and home.taps == 2
        assert Pickup.objects.get(student=child).minutes_late == 20


def test_a_teacher_says_who_is_missed_in_three_taps(cast: Cast, visit: Visit, javascript: bool) -> None:
    anouk = visit(cast.anouk, "school", javascript=javascript).open(reverse("children:work"))
    anouk.tap("Lijst van vandaag")
    anouk.tap(anouk.page.locator("label.chip", has_text="Yusuf"))
    anouk.tap("Niet er: vraag het thuis")
    assert anouk.sees("De ouders krijgen nu bericht.")
    assert anouk.taps == 3 and Absence.objects.get().is_unexplained


def test_leave_goes_from_home_to_the_head_and_back_on_one_sheet(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    naima = visit(cast.naima, javascript=javascript).open(reverse("absences:leave_request"))
    naima.page.locator("label.pick", has_text="Yusuf").click()
    naima.page.locator("label.pick", has_text="Bruiloft").click()
    first = TODAY + dt.timedelta(days=18)
    for label in ("Eerste dag", "Laatste dag"):
        naima.fill(label, first.isoformat())
    naima.tap("Stuur naar de directie")
    assert naima.sees("De directie kijkt ernaar")
    joris = visit(cast.joris, "school", javascript=javascript).open(naima.path)
    joris.tap("Ken toe")
    assert joris.sees("Het verlof is toegekend")
    naima.open(naima.path)
    naima.page.set_viewport_size({"width": 794, "height": 1123})  # a sheet of A4 at 96 dots an inch
    naima.page.emulate_media(media="print")
    assert naima.sees("Het verlof is toegekend")
    assert (
        naima.page.evaluate("document.querySelector('.leave-letter').getBoundingClientRect().height") < 1100
    )

"""The office enters when its school is closed, and leave that was granted comes back."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse

from driehoek.facts.schools.models import Holiday
from driehoek.features.absences.asking_leave import ask_leave
from driehoek.features.absences.models import Absence, Ground
from tests.cast import NOW, TODAY, Cast
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_office_takes_over_a_year_in_five_taps(cast: Cast, visit: Visit, javascript: bool) -> None:
    marja = visit(cast.marja, "school", javascript=javascript).open(reverse("children:work"))
    marja.tap("Vakanties en vrije dagen")
    marja.tap("Neem landelijke data over")
    marja.tap(marja.page.locator("label.pick", has_text="Midden"))
    marja.tap("Laat zien")
    assert marja.sees("17 oktober 2026 tot en met 25 oktober 2026")
    marja.tap("Neem over")
    assert marja.sees("5 vakanties staan erbij.") and marja.taps == 5
    assert Holiday.objects.filter(school=cast.vlieger).count() == 5


def test_a_day_of_its_own_is_typed_and_nothing_typed_gets_lost(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    marja = visit(cast.marja, "school", javascript=javascript)
    marja.open(reverse("holidays:new", args=[cast.vlieger.pk]))
    marja.fill("Hoe heet het?", "Studiedag")
    marja.fill("Eerste vrije dag", "2026-12-09")
    marja.fill("Laatste vrije dag", "2026-12-08")
    marja.tap("Bewaar")
    assert marja.sees("De laatste dag ligt vóór de eerste")
    marja.fill("Laatste vrije dag", "2026-12-09")
    marja.tap("Bewaar")
    assert marja.sees("woensdag 9 december 2026")
    assert Holiday.objects.get().name == "Studiedag"


def test_granted_leave_is_given_back_in_two_taps(cast: Cast, visit: Visit, javascript: bool) -> None:
    first = TODAY + dt.timedelta(days=18)
    leave = ask_leave(
        cast.yusuf, cast.vlieger, token=uuid.uuid4(),
        ground=Ground.WEDDING, days=(first, first), explanation="", by=cast.naima, at=NOW, today=TODAY,
    )  # fmt: skip
    leave.decide(is_granted=True, reason="", by=cast.joris, at=NOW)
    naima = visit(cast.naima, javascript=javascript).open(reverse("absences:leaves"))
    naima.tap("Toegekend")
    naima.tap("Het verlof is niet nodig")
    assert naima.sees("Ingetrokken. School weet het.") and naima.taps == 2
    assert not Absence.objects.standing().exists()

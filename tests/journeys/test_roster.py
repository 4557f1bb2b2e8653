"""The office brings a roster, sees what would change, and only then agrees."""

from pathlib import Path

import pytest
from django.urls import reverse

from driehoek.facts.schools.models import Appointment, Enrolment, School
from tests.cast import TODAY, Cast
from tests.journeys.conftest import Visit
from tests.rosters.sheets import Sheets

pytestmark = pytest.mark.django_db(transaction=True)


def new_school(cast: Cast) -> School:
    """De Meander just joined the board; Marja runs its office too."""
    school = School.objects.create(board=cast.drie_hoeken, name="De Meander", sector="primary")
    job = {"person": cast.marja, "board": school.board, "school": school, "function": "office"}
    Appointment.objects.create(**job, starts_on=TODAY, source="office")
    return school


def test_the_office_sees_what_would_change_and_agrees(
    cast: Cast, visit: Visit, javascript: bool, tmp_path: Path
) -> None:
    meander = new_school(cast)
    marja = visit(cast.marja, "school", javascript=javascript).open(reverse("rosters:home"))
    marja.page.locator("select").first.select_option(label="De Meander")
    marja.page.locator("input[type=file]").set_input_files(Sheets.small().zip(tmp_path / "rooster.zip"))
    marja.tap("Bekijk wat er verandert")
    marja.page.get_by_role("button", name="Akkoord").wait_for()
    assert "Noor Jansen" in marja.page.content()
    assert not Enrolment.objects.filter(group__school=meander).exists()
    marja.tap(marja.page.get_by_role("button", name="Akkoord"))
    marja.page.wait_for_load_state("networkidle")
    assert Enrolment.objects.filter(group__school=meander).exists()
    assert marja.taps == 2

"""The office brings a roster, sees what would change, and only then agrees."""

import pytest
from django.urls import reverse

from driehoek.facts.people.models import Person
from driehoek.features.rosters.models import Upload
from tests.cast import Cast
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.django_db(transaction=True)
SHEET = {
    "name": "leerlingen.csv",
    "mimeType": "text/csv",
    "buffer": "Leerlingnummer;Voornaam;Achternaam;Geboortedatum;Groep\n9001;Pippa;Bos;2018-05-05;groep 5\n".encode(),
}


def test_the_office_sees_what_would_change_and_may_say_no(cast: Cast, visit: Visit, javascript: bool) -> None:
    before = Person.objects.count()
    marja = visit(cast.marja, "school", javascript=javascript).open(reverse("rosters:home"))
    marja.page.locator("input[type=file]").set_input_files(SHEET)
    marja.tap("Bekijk wat er verandert")
    marja.page.wait_for_url("**/school/gegevens/*/**")
    assert Upload.objects.count() == 1
    assert Person.objects.count() == before
    assert marja.taps == 1

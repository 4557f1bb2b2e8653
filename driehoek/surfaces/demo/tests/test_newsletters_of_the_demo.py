"""The newsletters of the demo: one that everybody got and some answered, and one that is being written."""

import pytest

from driehoek.features.newsletters.models import Attendance, Copy, Newsletter
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.newsletters import write_newsletters
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db


def test_naima_finds_her_letter_and_the_head_one_to_go_on_with(cast: Cast) -> None:
    write_newsletters(cast.schools, People(cast.schools), NOW)
    page = cast.sign_in(cast.naima).get(Copy.objects.get(person=cast.naima).get_absolute_url()).text
    assert "Bruggen die houden" in page and "De winkel van groep 2" in page and "groep 6" not in page
    assert "Je zei: wij komen met 2." in page and Attendance.objects.count() == 5
    assert Newsletter.objects.filter(sending=None).count() == 1

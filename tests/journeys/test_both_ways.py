"""The head of a school looks whether it goes both ways: one tap from her work, two to the tips."""

import pytest

from driehoek.surfaces.children.tests.test_two_way import news
from tests.cast import Cast
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.django_db(transaction=True)


def test_it_stands_one_tap_from_her_work_and_leads_to_the_tips(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    news(cast, "Bruggen")
    joris = visit(cast.joris, javascript=javascript).open("/werk/")
    joris.tap("Heen en weer")
    assert joris.taps == 1 and joris.sees("Antwoord op 0 van 1 bericht")
    joris.tap("Stel eens een vraag")
    assert joris.taps == 2 and joris.sees("Tips voor thuis")

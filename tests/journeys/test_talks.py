"""F8: a talk prepared from three sides in at most seven taps each, and what was agreed confirmed in one."""

import pytest
from django.urls import reverse

from driehoek.facts.people.models import Person
from driehoek.features.talks.models import Pledge, Talk
from driehoek.features.talks.tests.table import WORDS, agreed, planned
from tests.cast import Cast
from tests.journeys.conftest import Visit
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.django_db(transaction=True)


def prepare(visitor: Visitor, talk: Talk, *tiles: str) -> None:
    """From the invitation: a picture and on, three times, and ready."""
    visitor.open(reverse("talks:question", args=[talk.pk, 1]))
    for number, tile in enumerate(tiles, 1):
        visitor.tap(visitor.page.locator("label.tile", has_text=tile))
        visitor.tap("Kijk het na" if number == len(tiles) else "Volgende vraag")
    visitor.tap("Ik ben klaar")


def test_each_side_is_ready_in_seven_taps_and_confirms_in_one(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    talk = planned(cast, guardians=[cast.naima.pk], reason="Apart")
    yusuf = visit(cast.yusuf, javascript=javascript)
    prepare(yusuf, talk, "Vrienden maken", "Opletten", "Een maatje")
    assert yusuf.taps == 7 and yusuf.sees("Jij bent klaar.")
    naima = visit(cast.naima, javascript=javascript)
    naima.open(reverse("talks:question", args=[talk.pk, 1]))
    assert not naima.sees("Yusuf koos zelf")
    prepare(naima, talk, "Lezen", "Weet ik niet", "Meer tijd")
    assert naima.taps == 7
    assert "Vrienden maken" in naima.open(reverse("talks:question", args=[talk.pk, 1])).reads()
    pledge = agreed(cast, talk, cast.anouk)
    confirm(naima, pledge, cast.naima)


def confirm(visitor: Visitor, pledge: Pledge, person: Person) -> None:
    visitor.taps = 0
    visitor.open(reverse("children:detail", args=[pledge.talk.student_id]))
    assert visitor.sees(WORDS)
    visitor.tap("Ja, dit klopt")
    assert visitor.taps == 1 and pledge.yeses.get().by == person

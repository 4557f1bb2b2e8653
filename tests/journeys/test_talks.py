"""F8: a talk prepared from three sides in at most seven taps each, and what was agreed confirmed in one."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.notices import notice_of
from driehoek.facts.people.models import Person
from driehoek.features.talks.models import Pledge, Talk, TalkRecord
from driehoek.features.talks.tests.table import SOON, WORDS, agreed, planned
from tests.cast import Cast
from tests.journeys.conftest import Visit
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.django_db(transaction=True)


def invitation(talk: Talk) -> str:
    """Where the link in the mail and in the list of news leads."""
    told = notice_of(Entry.objects.get(verb="talks.talk.planned", subject_id=talk.pk))
    assert told is not None
    return told.path


def prepare(visitor: Visitor, talk: Talk, *tiles: str) -> None:
    """From the invitation: a picture and on, three times, and ready."""
    visitor.open(invitation(talk))
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
    anouk = visit(cast.anouk, javascript=javascript)
    prepare(anouk, talk, "Rekenen", "Opletten", "Samen een plan")
    assert anouk.taps == 7 and anouk.sees("Jij bent klaar.")
    naima = visit(cast.naima, javascript=javascript)
    naima.open(reverse("talks:question", args=[talk.pk, 1]))
    assert not naima.sees("Yusuf koos zelf") and "Samen een plan" not in opened(naima, talk)
    prepare(naima, talk, "Lezen", "Weet ik niet", "Meer tijd")
    assert naima.taps == 7
    assert "Vrienden maken" in naima.open(reverse("talks:question", args=[talk.pk, 1])).reads()
    for side in (naima, yusuf):  # the side of school opens when both have answered
        assert "Samen een plan" in opened(side, talk)
    pledge = agreed(cast, talk, cast.anouk)
    confirm(naima, pledge, cast.naima, at=reverse("children:detail", args=[cast.yusuf.pk]))
    confirm(yusuf, pledge, cast.yusuf, at=reverse("children:me"))
    confirm(anouk, pledge, cast.anouk, at=talk.get_absolute_url())


def opened(visitor: Visitor, talk: Talk) -> str:
    return visitor.open(talk.get_absolute_url()).reads()


def confirm(visitor: Visitor, pledge: Pledge, person: Person, *, at: str) -> None:
    visitor.taps = 0
    visitor.open(at)
    assert visitor.sees(WORDS)
    visitor.tap("Ja, dit klopt")
    assert visitor.taps == 1 and pledge.yeses.filter(by=person).count() == 1


def test_at_the_table_the_teacher_writes_and_closes_and_home_reads_the_record(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    talk = planned(cast, guardians=[cast.naima.pk], reason="Apart")
    with time_machine.travel(SOON + dt.timedelta(minutes=5), tick=True):
        anouk = visit(cast.anouk, javascript=javascript).open(reverse("talks:run", args=[talk.pk]))
        anouk.page.locator("textarea[name=words]").first.fill("Yusuf leest thuis.")
        anouk.tap("Rond af")
        anouk.page.get_by_text("Iedereen van het gesprek kan het verslag lezen.").first.wait_for()
        assert anouk.taps == 1 and TalkRecord.objects.get(talk=talk).words == "Yusuf leest thuis."
        naima = visit(cast.naima, javascript=javascript)
        assert "Yusuf leest thuis." in opened(naima, talk)

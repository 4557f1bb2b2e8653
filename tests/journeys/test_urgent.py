"""A quarter to seven, and it snows: the head tells everybody from a phone, and who is missed gets a call."""

from pathlib import Path

import pytest
from django.urls import reverse
from pytest_django import Settings

from driehoek.backbone.notifications.models import Urgency
from driehoek.backbone.notifications.tests.steps import bring
from driehoek.facts.people.models import Person
from driehoek.features.alerts.models import Alert, Call
from tests.cast import Cast
from tests.journeys.conftest import Visit
from tests.journeys.visitor import Visitor
from tests.servers.smtp import Postman

pytestmark = pytest.mark.django_db(transaction=True)
SNOW = "Er ligt te veel sneeuw. De opvang is ook dicht."
PUBLIC = "/dringend/de-vlieger/"


@pytest.fixture(autouse=True)
def own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.PUBLIC_PAGES = tmp_path / "dringend"


def closed(head: Visitor) -> Alert:
    """From Mijn werk until it is out."""
    head.open(reverse("children:work")).tap("Dringend bericht")
    head.tap("Wij zijn dicht").fill("Wat moeten ouders weten?", SNOW).tap("Het weer")
    head.tap("Bekijk wie het krijgt")
    assert not Alert.objects.exists()
    head.tap("Verstuur nu naar")
    return Alert.objects.get()


def test_the_head_closes_school_in_five_taps(cast: Cast, visit: Visit, javascript: bool) -> None:
    head = visit(cast.joris, "school", javascript=javascript)
    alert = closed(head)
    assert head.taps == 5 and head.path == alert.get_absolute_url()
    assert alert.is_public and Urgency.objects.get().reason == "weather"
    assert head.sees("Hoe ver is het?") and head.sees("Wij zijn nog bezig.")


def test_anybody_reads_it_without_signing_in_and_a_parent_with_none_or_one_tap(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    closed(visit(cast.joris, "school", javascript=javascript))
    stranger = visit(javascript=javascript).open(PUBLIC)
    assert stranger.sees(SNOW) and stranger.sees("Kapalıyız")
    naima = visit(cast.naima, javascript=javascript).open("/")
    assert naima.sees("Wij zijn dicht")
    naima.tap("Wij zijn dicht")
    assert naima.sees(SNOW) and naima.taps == 1
    anouk = visit(cast.anouk, "school", javascript=javascript).open(reverse("children:work"))
    assert anouk.sees("Wij zijn dicht")


def test_who_was_not_reached_is_printed_or_called_and_ticked_off(
    cast: Cast, visit: Visit, javascript: bool, postman: Postman
) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(email="", mobile="+31612345678")
    head = visit(cast.joris, "school", javascript=javascript)
    closed(head)
    bring()
    head.page.reload()
    head.tap("Bel wie het niet kreeg")
    row = head.page.locator("li", has_text=cast.naima.full_name)
    assert "06 12 34 56 78" in row.inner_text()
    head.page.emulate_media(media="print")
    assert row.is_visible() and not head.page.get_by_role("button", name="Print de lijst").is_visible()
    head.page.emulate_media(media="screen")
    head.tap(row.get_by_role("button"))
    assert Call.objects.get().person == cast.naima
    assert head.page.locator("li", has_text=cast.naima.full_name).get_by_text("Gebeld").is_visible()


def test_it_is_over_in_two_taps(cast: Cast, visit: Visit, javascript: bool) -> None:
    head = visit(cast.joris, "school", javascript=javascript)
    closed(head)
    head.tap("Trek het in").tap("Trek het in voor iedereen")
    assert head.taps == 7 and head.sees("Ingetrokken.")
    assert not visit(javascript=javascript).open(PUBLIC).sees(SNOW)


def test_what_is_wrong_is_said_and_the_words_stay(cast: Cast, visit: Visit, javascript: bool) -> None:
    head = visit(cast.joris, "school", javascript=javascript)
    head.open(reverse("alerts:new", args=[cast.vlieger.pk]))
    head.tap("Wij zijn dicht").fill("Wat moeten ouders weten?", SNOW).tap("Bekijk wie het krijgt")
    assert head.sees("Kies waarom. Wij bewaren dat.")
    assert head.page.get_by_label("Wat moeten ouders weten?").input_value() == SNOW

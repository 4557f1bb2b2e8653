"""Who would rather speak than write asks for leave, tells how a day went, brings what she wants to talk
about, chooses a goal and asks to be asked; with and without scripts."""

import pytest

from driehoek.features.absences.models import LeaveVoice
from driehoek.features.dayreports.models import DayVoice
from driehoek.features.kitchen.models import WishVoice
from driehoek.features.portfolio.models import Goal, GoalVoice
from driehoek.features.talks.models import PointVoice
from driehoek.features.talks.tests.table import planned
from tests.cast import Cast
from tests.journeys.conftest import Visit
from tests.journeys.test_asking_with_files import voice
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.django_db(transaction=True)


def plays(visitor: Visitor) -> str:
    """Where the player on her page has its sound, which her browser gets."""
    address = visitor.page.locator("main audio[src]").first.get_attribute("src") or ""
    opened = visitor.page.request.get(visitor.home + address)
    assert opened.status == 200 and opened.headers["content-type"] == "audio/mp4"
    return address


def test_leave_is_asked_aloud_in_two_taps_and_the_head_hears_why(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    marieke = visit(cast.marieke, javascript=javascript).open("/verlof/vragen/")
    marieke.tap("Bruiloft in de familie")
    for name, day in (("starts_on", "2026-12-07"), ("ends_on", "2026-12-08")):
        marieke.page.locator(f"input[name={name}]").fill(day)
    marieke.page.locator("input[name=voice]").set_input_files(voice())
    marieke.tap("Stuur naar de directie")
    assert marieke.taps == 2 and LeaveVoice.objects.count() == 1
    hers = plays(marieke)
    joris = visit(cast.joris, "school", javascript=javascript).open("/verlof/")
    joris.tap("Finn")
    assert plays(joris) == hers
    assert cast.sign_in(cast.anouk).get(hers).status_code == 404


def test_a_care_worker_speaks_about_one_child_and_home_hears_it(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    samira = visit(cast.samira, "school", javascript=javascript).open(f"/groep/{cast.bso.pk}/dag/")
    row = samira.page.locator(".day-row", has_text="Yusuf")
    samira.tap(row.locator("label.pick").first)
    samira.tap(row.locator("summary"))
    row.locator("input[name$=voice]").set_input_files(voice())
    samira.tap("Bewaar voor wie er was")
    assert samira.taps == 3 and DayVoice.objects.count() == 1
    naima = visit(cast.naima, javascript=javascript).open("/")
    assert cast.sign_in(cast.cheryl).get(plays(naima)).status_code == 404


def test_a_mother_brings_a_point_aloud_in_three_taps_and_the_teacher_hears_it(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    talk = planned(cast)
    naima = visit(cast.naima, javascript=javascript).open(talk.get_absolute_url())
    naima.tap("Zet er iets bij")
    naima.tap("Hoe het gaat")
    naima.page.locator("input[name=voice]").set_input_files(voice())
    naima.tap("Zet erbij")
    assert naima.taps == 3 and PointVoice.objects.count() == 1
    anouk = visit(cast.anouk, "school", javascript=javascript).open(talk.get_absolute_url())
    assert plays(anouk) == plays(naima)
    assert cast.sign_in(cast.rachid).get(plays(naima)).status_code == 404


def test_a_child_speaks_a_goal_in_one_tap_and_both_homes_hear_it(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    yusuf = visit(cast.yusuf, javascript=javascript).open("/werk/doel/")
    yusuf.page.locator("input[name=voice]").set_input_files(voice())
    yusuf.tap("Bewaar")
    assert yusuf.taps == 1 and GoalVoice.objects.count() == 1
    hers, goal = plays(yusuf), Goal.objects.get().get_absolute_url()
    for person in (cast.naima, cast.rachid):
        assert plays(visit(person, javascript=javascript).open(goal)) == hers
    assert cast.sign_in(cast.elif_).get(hers).status_code == 404


def test_a_child_speaks_her_own_question_in_two_taps_and_home_hears_it_at_the_table(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    yusuf = visit(cast.yusuf, javascript=javascript).open("/keukentafel/vraag-mij/")
    yusuf.tap("Mijn eigen vraag")
    yusuf.page.locator("input[name=voice]").set_input_files(voice())
    yusuf.tap("Leg op tafel")
    assert yusuf.taps == 2 and WishVoice.objects.count() == 1
    naima = visit(cast.naima, javascript=javascript).open("/keukentafel/")
    assert plays(naima) == plays(yusuf)
    assert cast.sign_in(cast.anouk).get(plays(naima)).status_code == 404

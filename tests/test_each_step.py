"""Samen, elke week, ik deel: what a guardian has at each step, by every road on which it could come."""

import datetime as dt

import pytest

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.index.finding import search
from driehoek.backbone.notifications.digests.tests.steps import FRIDAY, run, wish
from driehoek.base.core import clock
from driehoek.facts.looking.models import LookAlong, Mode, Step
from driehoek.features.portfolio.bundling import Bundling
from driehoek.features.portfolio.models import Bundle, Chosen, Parcel, Work
from driehoek.features.portfolio.packing import pack_next, sheets_of
from driehoek.features.portfolio.tests.works import made
from driehoek.features.timeline.models import Milestone, MilestoneKind
from tests.cast import AMSTERDAM, NOW, TODAY, Cast
from tests.servers.smtp import Postman

pytestmark = pytest.mark.django_db
A_DAY = dt.timedelta(days=1)
MIDNIGHT = dt.datetime(2026, 11, 13, tzinfo=AMSTERDAM)  # the Friday of last week begins
STEPS = {  # of what was looked at before that Friday, since then, and just now
    "together": {"before", "since", "now"},
    "weekly": {"before"},
    "shares": set(),
}
each_step = pytest.mark.parametrize("step", STEPS)


def agree(cast: Cast, step: str) -> None:
    """Signed by all three; this step began today. Rachid signed nothing and stays where he was."""
    pair = {"student": cast.yusuf, "guardian": cast.naima, "school": cast.vlieger}
    signed = LookAlong.objects.create(**pair, proposed_at=NOW, sealed_at=NOW)
    if step != "together":
        Step.objects.create(agreement=signed, mode=Mode(step), starts_on=TODAY)


def three_works(cast: Cast) -> dict[str, Work]:
    moments = {"before": MIDNIGHT - dt.timedelta(seconds=1), "since": MIDNIGHT, "now": NOW}
    works = {name: made(cast, title=f"Werk {name}", looked=False) for name in moments}
    for name, moment in moments.items():
        works[name].approve(by=cast.anouk, at=moment)
    return works


def bundle(cast: Cast, works: dict[str, Work]) -> Bundle:
    """Naima put everything in it while she could."""
    begun = Bundle.begin(cast.yusuf, cast.vlieger, "Alles", by=cast.naima, hat="home", at=NOW)
    begun.fill("Alles", [Chosen(work) for work in works.values()])
    return begun


@each_step
def test_what_goes_along_is_what_the_step_leaves_open(cast: Cast, step: str) -> None:
    works = three_works(cast)
    whole = bundle(cast, works)
    agree(cast, step)
    naima, titles = cast.viewer(cast.naima), {f"Werk {name}" for name in STEPS[step]}
    assert {sheet.thing.title for sheet in sheets_of(whole, naima)} == titles  # type: ignore[union-attr]
    assert {offer.thing.title for offer in Bundling(whole, naima).offers} == titles  # type: ignore[union-attr]


@each_step
def test_what_was_packed_before_the_step_closes_with_it(cast: Cast, step: str) -> None:
    parcel = Parcel.ask(bundle(cast, three_works(cast)), cast.viewer(cast.naima))
    while pack_next(clock=clock.now):
        pass
    naima, address = cast.sign_in(cast.naima), f"/werk/pakket/{parcel.token}/zip/"
    assert naima.get(address).status_code == 200
    agree(cast, step)
    assert (naima.get(address).status_code == 200) == (step == "together")


@each_step
def test_a_digest_brings_what_the_step_leaves_open(cast: Cast, postman: Postman, step: str) -> None:
    """On Friday the week until Thursday is no longer the student's alone."""
    for person in (cast.naima, cast.rachid):
        wish(person, "weekly")
    made(cast)
    run(NOW)
    agree(cast, step)
    run(FRIDAY)
    reached = [to for to in postman.recipients if to in ([cast.naima.email], [cast.rachid.email])]
    expected = [[cast.rachid.email]] if step == "shares" else [[cast.naima.email], [cast.rachid.email]]
    assert sorted(reached) == sorted(expected)


@each_step
def test_what_the_step_lets_go_of_is_not_found_either(cast: Cast, step: str) -> None:
    """Advice is open at each step; work is found as far as the step leaves it open."""
    reached = {
        "kind": MilestoneKind.REACHED, "title": "Zwemdiploma", "words": "",
        "starts_on": TODAY, "ends_on": None,
    }  # fmt: skip
    Milestone.add(cast.yusuf, cast.vlieger, reached, by=cast.anouk, at=NOW - 3 * A_DAY, for_home=True)
    three_works(cast)
    agree(cast, step)
    for person, left in ((cast.naima, STEPS[step]), (cast.rachid, STEPS["together"])):
        assert search(cast.viewer(person), "Zwemdiploma").hits
        found = {hit.said.title for hit in search(cast.viewer(person), "lava").hits}
        assert found == {f"Werk {name}" for name in left}


def test_the_week_comes_home_at_midnight_of_its_friday_and_not_before(cast: Cast) -> None:
    works = three_works(cast)
    agree(cast, "weekly")
    friday = dt.datetime(2026, 11, 20, tzinfo=AMSTERDAM)
    for now, open_ in (
        (friday - dt.timedelta(seconds=1), {"before"}),
        (friday, {"before", "since", "now"}),
    ):
        seen = Work.objects.visible_to(Viewer(cast.naima, "home", now))
        assert {name for name, work in works.items() if work in set(seen)} == open_

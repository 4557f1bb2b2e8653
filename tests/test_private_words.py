"""What a child wrote herself, and what home answers to her, stands in no mail; only that it is there does."""

import datetime as dt

import pytest

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.notices import Notice, notice_of
from driehoek.features.kitchen.models import Reflection
from driehoek.features.portfolio.models import Echo, Goal, Sharing, Work
from driehoek.features.portfolio.tests.works import chosen, made
from driehoek.features.timeline.models import Milestone, MilestoneKind
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
REACHED = {
    "kind": MilestoneKind.REACHED, "title": "Klaar met de brug", "words": "Hij houdt.",
    "starts_on": NOW.date(), "ends_on": None,
}  # fmt: skip


def notice_about(verb: str) -> Notice:
    told = notice_of(Entry.objects.get(verb=verb))
    assert told is not None
    return told


def test_of_what_a_child_wrote_a_mail_says_only_that_it_is_there(cast: Cast) -> None:
    work = made(cast)
    chosen(cast)
    Echo.say(work, "Wat knap!", by=cast.rachid, corner=Corner.HOME, at=NOW)
    Reflection.give(cast.yusuf, cast.vlieger, "hulp", "Ik was bang.", for_teacher=False, at=NOW)
    of_portfolio = ("portfolio.work.shown", "portfolio.goal.chosen", "portfolio.echo.said")
    for verb in (*of_portfolio, "kitchen.reflection.given"):
        told = notice_about(verb)
        assert told.private == () and told.paragraphs and told.path, verb


def test_what_a_teacher_wrote_about_her_may_stand_in_a_mailbox_of_ones_own(cast: Cast) -> None:
    school = Sharing("home")
    work = Work.add(cast.yusuf, cast.groep_5, "Brug", "Hij houdt.", by=cast.anouk, at=NOW, sharing=school)
    work.approve(by=cast.anouk, at=NOW)
    Goal.choose(cast.yusuf, cast.groep_5, "Rustig werken", "", "home", by=cast.anouk, at=NOW)
    for verb in ("portfolio.work.shown", "portfolio.goal.chosen"):
        assert notice_about(verb).private, verb


def test_a_goal_that_she_put_in_other_words_before_the_mail_left_is_hers(cast: Cast) -> None:
    goal = Goal.choose(cast.yusuf, cast.groep_5, "Rustig werken", "", "home", by=cast.anouk, at=NOW)
    goal.change("Ik wil niet meer bang zijn", "", "home", by=cast.yusuf, at=NOW)
    assert notice_about("portfolio.goal.chosen").private == ()


@pytest.mark.parametrize(("by", "in_full"), [("adam", False), ("dijk", True)])
def test_on_her_way_through_school_her_own_words_stay_on_the_page(
    cast: Cast, by: str, *, in_full: bool
) -> None:
    long_ago = NOW - dt.timedelta(days=2)
    Milestone.add(cast.adam, cast.kompas, REACHED, by=getattr(cast, by), at=long_ago, for_home=True)
    assert bool(notice_about("timeline.milestone.shown").private) == in_full

"""Reading once a week: chosen in two taps, brought on Friday, opened from the mail, answered with one tap."""

import datetime as dt
import re

import pytest
import time_machine
from django.core import mail

from driehoek.backbone.notifications.digests.tests.steps import FRIDAY, run
from driehoek.backbone.notifications.models import Preference
from driehoek.backbone.notifications.tests.steps import answers_in
from driehoek.features.feed.models import Poll, PollAnswer, Post
from driehoek.features.feed.tests.posts import shared
from tests.cast import NOW, Cast
from tests.journeys.conftest import Visit
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.django_db(transaction=True)
A_WEEK = dt.timedelta(days=7)


def news(cast: Cast) -> list[Post]:
    """Two posts, and a poll with the second."""
    bridges, outing = shared(cast), shared(cast, "Waar gaan wij heen?")
    poll = Poll.objects.create(post=outing, question="Waar gaat groep 5 heen?", closes_at=NOW + A_WEEK)
    poll.offer(["Naturalis", "Het bos"])
    return [bridges, outing]


def choose_weekly(naima: Visitor) -> None:
    naima.open("/ik/meldingen/")
    naima.tap(naima.page.locator("label").filter(has=naima.page.locator("[name=email][value=weekly]")))
    naima.tap("Bewaar")


def mail_of(cast: Cast) -> str:
    """The text of the only mail that went to her."""
    (only,) = [one for one in mail.outbox if one.to == [cast.naima.email]]
    assert only.subject == "Jouw week op school"
    return str(only.body)


def test_once_a_week_is_chosen_brought_opened_and_answered(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    naima = visit(cast.naima, javascript=javascript)
    choose_weekly(naima)
    assert naima.taps == 2 and set(Preference.objects.values_list("rhythm", flat=True)) == {"weekly"}
    _bridges, outing = news(cast)
    run(NOW)
    assert not [one for one in mail.outbox if one.to == [cast.naima.email]]
    with time_machine.travel(FRIDAY, tick=False):
        run(FRIDAY)
        text = mail_of(cast)
        anyone = visit(javascript=javascript)  # the link stands for the sign-in
        links = re.findall(r"https?://[^/]+(/lees/\S+)", text)
        assert len(links) == 2 and outing.title in anyone.open(links[0]).reads()
        anyone.open(next(path for path in answers_in(text).values()))
        anyone.tap("Naturalis")
        assert PollAnswer.objects.get().option.text == "Naturalis" and anyone.taps == 1


def test_the_week_is_one_tap_from_vandaag_and_each_piece_of_news_one_more(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    bridges, _outing = news(cast)
    run(NOW)
    naima = visit(cast.naima, javascript=javascript).open("/")
    naima.tap("Deze week")
    assert naima.path == "/deze-week/" and naima.sees("Alles van zeven dagen bij elkaar.")
    naima.tap(naima.page.get_by_role("main").get_by_role("link", name=bridges.title))
    assert naima.path == bridges.get_absolute_url() and naima.taps == 2


def test_another_day_and_hour_are_chosen_in_three_taps(cast: Cast, visit: Visit, javascript: bool) -> None:
    naima = visit(cast.naima, javascript=javascript).open("/ik/meldingen/")
    naima.tap("Wanneer komt mijn overzicht?").tap("Woensdag")
    naima.choose("Elke week: hoe laat?", "18:30")
    naima.tap("Bewaar")
    assert naima.taps == 3 and naima.sees("Elke week is op woensdag om 18:30.")

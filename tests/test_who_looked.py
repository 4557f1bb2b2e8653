"""Every page about one child that a colleague opens stands in the log that her family reads."""

import datetime as dt
import re

import pytest
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse

from driehoek.backbone.journal import reading
from driehoek.backbone.journal.models import Entry
from tests.cast import NOW, Cast
from tests.oracle.life import Life
from tests.samples import BY_ROUTE, arguments
from tests.test_every_url import PERSONAS, TABLE

AT_SCHOOL = [persona for persona, hat in PERSONAS.items() if hat == "school"]
OF_ONE_CHILD = re.compile(r"^/(kind|leerlingen|gezag/kind|gesprek|gesprekken/(nieuw|afspraak))/\d+/")
HEAD = re.compile(r"<title>.*?</title>|<h1>.*?</h1>", re.DOTALL)
NOT_HER_FILE = {  # her name stands above it, and yet it is no part of her file
    "conversations:conversation": "of one person at home, and the line itself says who of school is in it",
    "conversations:write": "the same, before it was begun",
}


def opened_at_school() -> dict[str, str]:
    """Of each page the first of school who may open it, as the published table has it."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    head, _rule, *rows = (line.strip("| ").split(" | ") for line in lines)
    said = {row[0]: dict(zip(head, row, strict=True)) for row in rows if row[0] in BY_ROUTE}
    may = {
        route: [who for who in AT_SCHOOL if answers[who].startswith("200")] for route, answers in said.items()
    }
    return {route: people[0] for route, people in may.items() if people}


class Walk:
    """Pages opened once each: which of them are about one child, and which of those were noted."""

    def __init__(self, life: Life, pages: dict[str, str]) -> None:
        self.life, self.of_child, self.noted = life, set[str](), set[str]()
        self.clients = {who: life.cast.sign_in(getattr(life.cast, who)) for who in AT_SCHOOL}
        for route, who in pages.items():
            with transaction.atomic():
                self.open(route, who)
                transaction.set_rollback(True)

    def open(self, route: str, who: str) -> None:
        url = reverse(route, args=arguments(route, self.life))
        cache.clear()
        answer = self.clients[who].get(url)
        if Entry.objects.filter(verb=reading.OPENED, actor=getattr(self.life.cast, who)).exists():
            self.noted.add(route)
        if answer.status_code == 200 and self.is_of_one_child(url, answer):
            self.of_child.add(route)

    def is_of_one_child(self, url: str, answer: HttpResponse) -> bool:
        head = "" if answer.streaming else " ".join(HEAD.findall(answer.text))
        children = (self.life.cast.yusuf, self.life.cast.adam, self.life.cast.noor)
        return bool(OF_ONE_CHILD.match(url)) or any(child.given_name in head for child in children)


@pytest.mark.slow
def test_what_a_colleague_opens_of_a_child_is_in_the_log_of_her_family(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    life = Life(cast)
    walk = Walk(life, opened_at_school())
    assert walk.of_child - walk.noted == set(NOT_HER_FILE)
    rows = {"absences:absence", "absences:leave", "absences:swap", "guardianships:grant"}  # without her name
    assert rows <= walk.noted
    assert {
        "results:child",
        "talks:talk",
        "talks:run",
        "talks:pledge",
        "portfolio:work",
        "portfolio:goal",
    } <= (walk.noted & walk.of_child)
    assert {"children:timeline", "timetable:student", "following:agreement", "dayreports:child"} <= walk.noted
    monkeypatch.setattr(
        reading, "opened_by", lambda _request: None
    )  # and a page that leaves nothing is found
    walk = Walk(life, {"results:child": "anouk", "talks:talk": "anouk", "feed:mine": "anouk"})
    assert (walk.of_child, walk.noted) == ({"results:child", "talks:talk"}, set())


def test_home_reads_who_of_school_looked_and_what_was_refused_was_not_read(cast: Cast) -> None:
    page = f"/kind/{cast.yusuf.pk}/resultaten/"
    for _twice in range(2):
        assert cast.sign_in(cast.anouk).get(page).status_code == 200
    assert cast.sign_in(cast.daan).get(page).status_code == 404
    assert cast.sign_in(cast.anouk, hat="home").get(page).status_code == 404
    looks = Entry.objects.filter(verb=reading.OPENED, subject_id=cast.yusuf.pk)
    assert [look.actor for look in looks] == [cast.anouk]
    assert cast.anouk.name in cast.sign_in(cast.naima).get(f"/kind/{cast.yusuf.pk}/wie-keek/").text


def test_a_look_is_noted_once_on_each_day_of_the_calendar(cast: Cast) -> None:
    """Also when she opens it the next day at an earlier hour."""
    late = NOW.replace(hour=23, minute=59)
    for at in (NOW, late, late + dt.timedelta(minutes=2), NOW + dt.timedelta(hours=23)):
        reading.note_reading(cast.yusuf.pk, by=cast.anouk, at=at)
    looks = Entry.objects.filter(verb=reading.OPENED, subject_id=cast.yusuf.pk).order_by("at")
    assert [look.at for look in looks] == [NOW, late + dt.timedelta(minutes=2)]

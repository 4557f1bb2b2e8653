"""Every page about one child that a colleague or a guardian opens stands in the log that her family reads."""

import datetime as dt
import re

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from driehoek.backbone.journal import reading
from driehoek.backbone.journal.models import Entry
from driehoek.facts.people.models import Person
from driehoek.features.feed.tests.test_rooms import in_his_room
from driehoek.features.portfolio.tests.works import made
from tests.cast import NOW, Cast
from tests.oracle.life import Life
from tests.samples import BY_ROUTE, arguments
from tests.test_every_url import LEFT_BY_LOOKING, PERSONAS, TABLE, browser_of

AT_SCHOOL = [persona for persona, hat in PERSONAS.items() if hat == "school"]
STUDENTS = ("adam", "yusuf")
GUARDIANS = [persona for persona, hat in PERSONAS.items() if hat == "home" and persona not in STUDENTS]
OF_ONE_CHILD = re.compile(r"^/(kind|leerlingen|gezag/kind|gesprek|gesprekken/(nieuw|afspraak))/\d+/")
HEAD = re.compile(r"<title>.*?</title>|<h1>.*?</h1>", re.DOTALL)
NOT_HER_FILE = {  # her name stands above it, and yet it is no part of her file
    "conversations:conversation": "of one person at home, and the line itself says who of school is in it",
    "conversations:write": "the same, before it was begun",
}
NOT_FOR_GUARDIANS = {
    "conversations:conversation": NOT_HER_FILE["conversations:conversation"],
    "feed:with_child": "posts she is on: nobody sees who looked at them",
    "following:looked": "says who opened her file, and nothing out of it",
}
TOLD_HOME = {  # nobody sees which guardian looked: what school tells, and what families tell school
    "feed:post", "feed:photos", "feed:album", "feed:homework", "feed:agreement", "feed:comment_edit",
    "stories:story", "stories:editing", "speech:listen", "newsletters:copy", "alerts:alert",
}  # fmt: skip
WITHOUT_HER_NAME = {  # what else was noted of a guardian
    "absences:absence", "absences:leave", "absences:swap", "absences:swap_change", "discussed:laying",
    "following:refusal", "portfolio:echo_removal",
}  # fmt: skip


def opened_by_first(people: list[str]) -> dict[str, str]:
    """Of each page the first of these who may open it, as the published table has it."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    head, _rule, *rows = (line.strip("| ").split(" | ") for line in lines)
    said = {row[0]: dict(zip(head, row, strict=True)) for row in rows if row[0] in BY_ROUTE}
    may = {
        route: [who for who in people if answers[who.replace("_", " ")].startswith("200")]
        for route, answers in said.items()
    }
    return {route: found[0] for route, found in may.items() if found}


class Walk:
    """Pages opened once each: which of them are about one child, which of those were noted, and how often
    each asked when it was opened again, for who was noted already."""

    def __init__(self, life: Life, pages: dict[str, str]) -> None:
        self.life, self.of_child, self.noted = life, set[str](), set[str]()
        self.asked = dict[str, int]()
        self.clients = {who: browser_of(life.cast, who) for who in set(pages.values())}
        for route, who in pages.items():
            with transaction.atomic():
                self.open(route, who)
                transaction.set_rollback(True)

    def open(self, route: str, who: str) -> None:
        url = reverse(route, args=arguments(route, self.life))
        cache.clear()
        answer = self.clients[who].get(url)
        person = getattr(self.life.cast, who.removesuffix("_at_home"))
        if Entry.objects.filter(verb=reading.OPENED, actor=person).exists():
            self.noted.add(route)
        if answer.status_code == 200 and self.is_of_one_child(url, answer):
            self.of_child.add(route)
            with CaptureQueriesContext(connection) as again:
                self.clients[who].get(url)
            self.asked[route] = len(again)

    def is_of_one_child(self, url: str, answer: HttpResponse) -> bool:
        head = "" if answer.streaming else " ".join(HEAD.findall(answer.text))
        children = (self.life.cast.yusuf, self.life.cast.adam, self.life.cast.noor)
        return bool(OF_ONE_CHILD.match(url)) or any(child.given_name in head for child in children)


@pytest.mark.slow
def test_what_a_colleague_opens_of_a_child_is_in_the_log_of_her_family(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    life = Life(cast)
    walk = Walk(life, opened_by_first(AT_SCHOOL))
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


@pytest.mark.slow
def test_what_a_guardian_opens_of_a_child_is_there_too_and_no_page_asks_twice_for_it(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    life, pages = Life(cast), opened_by_first(GUARDIANS)
    walk = Walk(life, pages)
    assert walk.of_child - walk.noted == set(NOT_FOR_GUARDIANS)
    assert walk.noted - walk.of_child <= WITHOUT_HER_NAME and TOLD_HOME <= set(pages)
    assert {"absences:absence", "absences:leave", "absences:swap", "following:refusal"} <= walk.noted
    assert walk.noted <= {route for route, kind in LEFT_BY_LOOKING if kind == "journal_entry"}
    assert {
        "results:child", "portfolio:of_child", "portfolio:work", "portfolio:goal", "absences:overview",
        "following:agreement", "talks:talk", "timetable:student", "career:list", "children:timeline",
        "dayreports:child", "children:detail", "children:week",
    } <= (walk.noted & walk.of_child)  # fmt: skip
    monkeypatch.setattr(reading, "opened_by", lambda _request: None)
    found = {"results:child": "naima", "talks:talk": "naima", "feed:with_child": "naima"}
    assert Walk(life, found).noted == set()  # a page that leaves nothing is found
    bare = Walk(life, {route: pages[route] for route in walk.of_child})
    more = {route: walk.asked[route] - bare.asked[route] for route in walk.of_child}
    assert set(more.values()) == {0, 1} and more["talks:talk"] == more["talks:run"] == 0


def looks_of(child: Person) -> list[Person | None]:
    return [look.actor for look in Entry.objects.filter(verb=reading.OPENED, subject_id=child.pk)]


def test_a_guardian_who_follows_a_link_into_a_file_is_noted_once_and_nobody_else_at_home(cast: Cast) -> None:
    page = f"/kind/{cast.adam.pk}/aanwezig/"
    for _twice in range(2):
        assert cast.sign_in(cast.rachid).get(page).status_code == 200
    assert cast.sign_in(cast.adam).get(page).status_code == 200  # herself
    assert cast.sign_in(cast.annelies).get(page).status_code == 404
    assert cast.sign_in(cast.rachid).post(page).status_code == 405
    assert looks_of(cast.adam) == [cast.rachid]
    log = f"/kind/{cast.adam.pk}/wie-keek/"
    assert "Jij keek" in cast.sign_in(cast.rachid).get(log).text
    assert "Rachid" not in cast.sign_in(cast.naima).get(log).text
    assert "<bdi>Rachid</bdi> keek" in cast.sign_in(cast.adam).get("/wie-ziet-wat/").text


def test_a_classmate_who_sees_work_that_is_for_the_class_is_not_noted(cast: Cast) -> None:
    page = made(cast, "class").get_absolute_url()
    assert cast.sign_in(cast.mila).get(page).status_code == 200 and looks_of(cast.yusuf) == []
    assert cast.sign_in(cast.naima).get(page).status_code == 200 and looks_of(cast.yusuf) == [cast.naima]


def test_nobody_sees_which_guardian_looked_at_a_post_in_the_room_of_one_child(cast: Cast) -> None:
    post = in_his_room(cast)
    for person in (cast.naima, cast.anouk):
        assert cast.sign_in(person).get(reverse("feed:post", args=[post.pk])).status_code == 200
    assert looks_of(cast.yusuf) == [cast.anouk]  # of a colleague it is written down, as ever


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

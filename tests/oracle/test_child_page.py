"""The page of a child with everything on it asks at most twelve questions, whoever reads it and however much
there is on it."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from driehoek.backbone.access import parts
from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.models import Audience
from driehoek.backbone.access.prepared import prepared
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.journal.reading import OPENED
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.feed.models import Post
from driehoek.features.portfolio.models import Echo, Goal, Sharing, Work
from driehoek.features.talks.models import Pledge
from tests.cast import NOW
from tests.oracle.life import Life

pytestmark = pytest.mark.django_db
AT_MOST = 12
AT_HOME = (
    "gesprek",
    "afspraken",
    "werk",
    "tafel",
    "doelen",
    "weg",
    "nieuws",
    "school",
    "meekijken",
)  # parts, by their ids
ASKED_HOME = (*AT_HOME, "/resultaten/", "Onze afspraak over meekijken", "/wie-keek/")
OF_HERSELF = (
    "gesprek",
    "afspraken",
    "werk",
    "tafel",
    "nieuws",
    "/resultaten/",
    "meekijken",
    "/wie-ziet-wat/",
)
AT_SCHOOL = ("gesprek", "afspraken", "tel:", "Onze afspraak over meekijken", "In de krant")
READERS = {  # who, where she comes from, the page, and what is on it
    "guardian": ("naima", "/", "/kind/{yusuf}/", ASKED_HOME),
    "student": ("dewi", "/", "/over-mij/", OF_HERSELF),
    "teacher": ("anouk", "/leerlingen/", "/leerlingen/{yusuf}/", AT_SCHOOL),
}
EVERYBODY = pytest.mark.parametrize("reader", READERS)


@EVERYBODY
@pytest.mark.parametrize("language", ["nl", "tr"])
def test_everything_on_the_page_is_asked_in_twelve_questions(life: Life, reader: str, language: str) -> None:
    """Also the first time of a day, when it is noted who opened it."""
    _add(life, "brug", "toren")
    browser, address, shown = _open(life, reader, language)
    asked, page = _asked(browser, address)
    assert language != "nl" or [words for words in shown if words not in page] == []
    assert asked <= AT_MOST
    again, _page = _asked(browser, address)
    assert again < asked or reader == "student"  # it was noted already
    child = life.cast.dewi if reader == "student" else life.cast.yusuf
    looks = Entry.objects.filter(
        verb=OPENED, subject_id=child.pk, actor=getattr(life.cast, READERS[reader][0])
    )
    assert looks.count() == (reader != "student")  # of herself nothing is noted


@EVERYBODY
def test_more_on_the_page_is_not_more_questions(life: Life, reader: str) -> None:
    _add(life, "brug")
    browser, address, _shown = _open(life, reader)
    _first, page = _asked(browser, address)
    before, _page = _asked(browser, address)
    _add(life, "toren", "kar", "vlieger")
    _new_cards, longer = _asked(browser, address)
    after, _longer = _asked(browser, address)
    assert after == before and len(longer) > len(page)


@EVERYBODY
def test_parts_that_each_ask_for_themselves_are_noticed(
    life: Life, monkeypatch: pytest.MonkeyPatch, reader: str
) -> None:
    """What the limit is for: let the parts go to the database one by one, and it is passed."""
    monkeypatch.setattr(parts, "at_once", lambda each: [prepared(one.build, *one.given) for one in each])
    asked, _page = _asked(*_open(life, reader)[:2])
    assert asked > AT_MOST


def test_a_list_of_children_asks_for_all_of_them_at_once(life: Life) -> None:
    for person, children in ((life.cast.sri, 1), (life.cast.naima, 3)):
        browser = life.cast.sign_in(person)
        browser.get("/")
        asked, page = _asked(browser, "/kinderen/")
        assert page.count("child-card") == children and asked <= 6


def _open(life: Life, reader: str, language: str = "nl") -> tuple[Client, str, tuple[str, ...]]:
    name, before, address, shown = READERS[reader]
    person = getattr(life.cast, name)
    person.speak(language)
    keys = {key: child.pk for key, child in life.cast.everyone().items()}
    browser = life.cast.sign_in(person)
    browser.get(before)
    return browser, address.format(**keys), shown


def _asked(browser: Client, address: str) -> tuple[int, str]:
    with CaptureQueriesContext(connection) as captured:
        answer = browser.get(address)
    assert answer.status_code == 200
    return len(captured), answer.text


def _add(life: Life, *things: str) -> None:
    """What makes everything on the page longer."""
    cast = life.cast
    for student, group, by, home in (
        (cast.yusuf, cast.groep_5, cast.anouk, cast.naima), (cast.dewi, cast.zorg_2a, cast.youssef, cast.sri),
    ):  # fmt: skip
        for thing in things:
            sharing = Sharing("home", readers=frozenset())
            work = Work.add(
                student, group, "", f"Ik bouwde een {thing}.", by=student, at=NOW, sharing=sharing
            )
            work.approve(by=by, at=NOW)
            Echo.say(work, f"Wat een mooie {thing}!", by=home, corner=Corner.HOME, at=NOW)
            Goal.choose(student, group, f"Ik wil een {thing} bouwen", "", "home", by=student, at=NOW)
            talk = next(one for one in life.meetings.talks.values() if one.student_id == student.pk)
            side, words = talk.sides.get(person=by), f"Wij maken samen een {thing}."
            Pledge.agree(talk, side, words, until=None, by=by, at=NOW)
            _share(thing, group, by)


def _share(thing: str, group: Group, by: Person) -> None:
    audience = Audience.objects.create(school=group.school)
    for role in ("guardian", "student"):
        audience.lines.create(role=role, group=group)
    post = Post.objects.create(
        school=group.school, group=group, author=by, audience=audience, created_at=NOW, title=f"Een {thing}",
        text="Een brug van papier.", ask_at_home="Wat bouwde je?",
    )  # fmt: skip
    post.share(by=by, at=NOW, due_at=NOW)

"""A talk, its table and its planning ask at most twelve times, whoever looks and whatever is there."""

import datetime as dt
import uuid
from typing import Any  # what a form says, and a browser

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.journal.reading import OPENED
from driehoek.backbone.media.tests.voices import recorded
from driehoek.facts.people.models import NearPerson, Person, Portrait
from driehoek.facts.schools.models import School
from driehoek.features.career.models import Assignment, Outcome
from driehoek.features.portfolio.models import Sharing, Work
from driehoek.features.talks.models import (
    Answer,
    AskedAlong,
    Companion,
    ContactCheck,
    HomeSituation,
    LeftOut,
    Pledge,
    Point,
    Side,
    StaffNote,
    Talk,
    TalkNotes,
    TalkRecord,
)
from driehoek.features.talks.planning import Table, plan
from driehoek.surfaces.discussed.models import PointWork
from tests.cast import NOW, TODAY, Cast
from tests.more_rows import guardian

pytestmark = pytest.mark.django_db
AT_MOST = 12
A_DAY = dt.timedelta(days=1)
OTHER = "Okulda iyi gidiyor, evde de çok çalışıyoruz."  # so that some of it must be put in other words


@pytest.fixture(autouse=True)
def media(settings: object, tmp_path: object) -> None:
    settings.MEDIA_ROOT = tmp_path  # type: ignore[attr-defined]


def planned(student: Person, school: School, host: Person, *guardians: Person) -> Talk:
    said: dict[str, Any] = {
        "token": uuid.uuid4(), "kind": "start", "moment": NOW + 7 * A_DAY, "minutes": 20,
        "place": "Lokaal 5", "guardians": [one.pk for one in guardians], "colleagues": [],
        "with_student": True, "reason": "", "reason_alone": "",
    }  # fmt: skip
    return plan(Table(student, school, TODAY, host), said, now=NOW)


@pytest.fixture
def primary(cast: Cast) -> Talk:
    return planned(cast.yusuf, cast.vlieger, cast.anouk, cast.naima, cast.rachid)


@pytest.fixture
def secondary(cast: Cast) -> Talk:
    """With a mentor, where the student takes part herself."""
    return planned(cast.adam, cast.kompas, cast.dijk, cast.naima, cast.rachid)


def fill(talk: Talk, number: int) -> None:
    """One more of all that can stand there; of what a side has once, the first time."""
    host = talk.by
    for side in talk.sides.all():
        by, told = side.person, {"by": side.person, "at": NOW}
        voice = recorded(by, talk.school, "home", f"{side.pk} {number}")
        point = Point.add(side, "learning", f"{OTHER} {number}", voice=voice, **told)
        if number == 0:
            fill_once(side, told)
        if side.corner == "home":
            Companion.bring(side, f"Oma {number}", "family", **told)
        pledge = Pledge.agree(talk, side, f"{OTHER} {number}", until=TODAY + A_DAY, **told)
        for other in talk.sides.all():
            pledge.confirm(other, by=other.person, at=NOW)
        NearPerson.objects.create(
            student=talk.student, named_by=by, name=f"Buur {number}", relation="friend", at=NOW
        )
        PointWork.objects.create(point=point, work=Work.objects.filter(student=talk.student).latest("pk"))
    colleague = Person.objects.create(given_name=f"Els {number}", family_name="Bakker")
    AskedAlong.ask(talk, colleague, OTHER, by=host, at=NOW)
    LeftOut.objects.create(
        talk=talk, person=Person.objects.create(given_name=f"Opa {number}"), reason="Ziek."
    )
    StaffNote.write(talk.student, talk.school, f"Let op {number}", by=host, at=NOW)
    TalkNotes.write(talk, f"{OTHER} {number}", seen=_notes(talk), by=host, at=NOW)
    TalkRecord.close(talk, f"{OTHER} {number}", by=host, at=NOW)


def fill_once(side: Side, told: dict[str, Any]) -> None:
    for n, question in enumerate(("proud", "hard", "help")):
        spoken = recorded(side.person, side.talk.school, "home", f"antwoord {side.pk} {n}")
        Answer.give(side, question, tiles=["unknown"], words=OTHER, voice=spoken, **told)
    HomeSituation.tell(side, OTHER, **told)
    ContactCheck.give(side, **told)


def _notes(talk: Talk) -> str:
    return next(iter(TalkNotes.objects.filter(talk=talk).values_list("words", flat=True)), "")


def at_school(cast: Cast, talk: Talk) -> None:
    """Something to lay beside a point, and something to bring along."""
    group = cast.groep_5 if talk.student == cast.yusuf else cast.klas_1b
    work = Work.add(talk.student, group, "Yanardağ", OTHER, by=talk.student, at=NOW, sharing=Sharing("home"))
    work.approve(by=talk.by, at=NOW)
    if talk.student == cast.adam:
        given = {"due_on": TODAY + 9 * A_DAY, "by": talk.by, "at": NOW - 3 * A_DAY}
        Assignment.give([cast.adam], group, "krachten", **given)
        Outcome.tell(Assignment.objects.get(), OTHER, together=True, by=cast.adam, at=NOW - A_DAY).bring(
            at=NOW
        )
    for number, person in enumerate((talk.student, talk.by, cast.naima, cast.rachid)):
        Portrait.objects.get_or_create(person=person, defaults={"token": f"gezicht-{number:016}"})


def opened(browser: Any, path: str) -> int:
    """How often it asks; it is a page."""
    with CaptureQueriesContext(connection) as asked:
        answer: HttpResponse = browser.get(path)
    assert answer.status_code == 200
    return len(asked)


@pytest.mark.parametrize("of", ["primary", "secondary"])
@pytest.mark.parametrize("who", ["school", "home", "child"])
@pytest.mark.parametrize("name", ["talk", "run"])
def test_a_talk_asks_at_most_twelve_times_with_few_rows_and_with_more(
    cast: Cast, request: pytest.FixtureRequest, of: str, who: str, name: str
) -> None:
    talk: Talk = request.getfixturevalue(of)
    reader = {"school": talk.by, "home": cast.naima, "child": talk.student}[who]
    browser, path = cast.sign_in(reader), reverse(f"talks:{name}", args=[talk.pk])
    opened(browser, path)
    at_school(cast, talk)
    counts = []
    for numbers in (range(1), range(1, 3)):
        for number in numbers:
            fill(talk, number)
        opened(browser, path)
        counts.append(opened(browser, path))
        Talk.objects.filter(pk=talk.pk).update(moment=NOW - A_DAY / 48)  # and at the table
        opened(browser, path)
        counts.append(opened(browser, path))
        Talk.objects.filter(pk=talk.pk).update(moment=NOW + 7 * A_DAY)
    assert max(counts) <= AT_MOST and counts[:2] == counts[2:]
    assert all(f"{OTHER} {number}" in browser.get(path).text for number in range(3))


@pytest.mark.parametrize(
    ("who", "name"),
    [("anouk", "talk"), ("anouk", "run"), ("anouk", "new"), ("naima", "talk"), ("naima", "run")],
)
def test_who_opens_it_first_asks_no_more_than_that_and_is_noted_once(
    cast: Cast, primary: Talk, who: str, name: str
) -> None:
    at_school(cast, primary)
    fill(primary, 0)
    browser = cast.sign_in(getattr(cast, who))
    path = reverse(f"talks:{name}", args=[cast.yusuf.pk if name == "new" else primary.pk])
    opened(browser, path)
    noted = Entry.objects.filter(verb=OPENED, subject_id=cast.yusuf.pk, actor=getattr(cast, who))
    assert noted.count() == 1
    noted.delete()
    first = opened(browser, path)
    assert noted.count() == 1 and first <= AT_MOST
    assert opened(browser, path) < first and noted.count() == 1


@pytest.mark.parametrize("name", ["talk", "run"])
def test_the_child_herself_is_not_noted_and_nobody_is_by_what_was_filled_in_wrong(
    cast: Cast, primary: Talk, name: str
) -> None:
    path = reverse(f"talks:{name}", args=[primary.pk])
    opened(cast.sign_in(cast.yusuf), path)
    for person, to in ((cast.anouk, "pledges"), (cast.naima, "points")):
        wrong = cast.sign_in(person).post(reverse(f"talks:{to}", args=[primary.pk]), {})
        assert wrong.status_code == 422
    assert not Entry.objects.filter(verb=OPENED).exists()
    opened(cast.sign_in(cast.naima), path)
    assert [look.actor for look in Entry.objects.filter(verb=OPENED)] == [cast.naima]


def test_planning_asks_no_more_for_more_guardians(cast: Cast) -> None:
    browser, path = cast.sign_in(cast.anouk), reverse("talks:new", args=[cast.yusuf.pk])
    opened(browser, path)
    few = opened(browser, path)
    more = [guardian(cast.yusuf, number) for number in range(4)]
    page = browser.get(path).text
    assert all(one.full_name in page for one in more)
    assert opened(browser, path) == few <= AT_MOST

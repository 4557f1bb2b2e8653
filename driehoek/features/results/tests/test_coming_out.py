"""Who sees a result when: the student first, home a school day later or when she shows it."""

import datetime as dt
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.models import Notification
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.people.models import Person
from driehoek.features.results.jobs import find_overdue
from driehoek.features.results.models import Item, MissedWork, Moment, ReleaseTerms, Result, Source
from driehoek.features.results.notices import came_home, opened
from driehoek.features.results.planning import Terms
from driehoek.features.results.tests.books import bring_in, item, result
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
HALF_PAST_FIVE = NOW.replace(hour=17, minute=30)
NEXT_DAY = HALF_PAST_FIVE + dt.timedelta(days=1)
DEWI = "leerling:vd-dewi"


@pytest.fixture(autouse=True)
def media(settings: object, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path  # type: ignore[attr-defined]


@pytest.fixture
def office(cast: Cast) -> Client:
    """Of Vakcollege Delta, where Dewi of seventeen learns."""
    return cast.sign_in(cast.marja)


def see(cast: Cast, who: Person, at: dt.datetime, hat: str | None = None) -> list[str]:
    return [mark.value for mark in Result.objects.visible_to(cast.viewer(who, hat, at))]  # type: ignore[arg-type]


@pytest.fixture
def marked(cast: Cast, office: Client) -> Result:
    """Yusuf got a 7,4 this afternoon."""
    bring_in(office, cast.vlieger, [result("dv-yusuf", score="7.4", comment="Netjes gewerkt")])
    return Result.objects.get()


def test_school_sees_it_at_once_home_the_next_school_day(cast: Cast, marked: Result) -> None:
    assert see(cast, cast.anouk, NOW) == ["7,4"]
    assert see(cast, cast.naima, NOW) == see(cast, cast.naima, HALF_PAST_FIVE) == []
    assert see(cast, cast.naima, NEXT_DAY) == see(cast, cast.rachid, NEXT_DAY) == ["7,4"]
    assert see(cast, cast.marieke, NEXT_DAY) == see(cast, cast.daan, NEXT_DAY) == []


def test_home_is_decided_by_the_clock_to_the_second(cast: Cast, marked: Result) -> None:
    at = marked.moment.home_at
    assert see(cast, cast.naima, at - dt.timedelta(seconds=1)) == []
    assert see(cast, cast.naima, at) == ["7,4"]


def give_dewi(cast: Cast) -> Result:
    """A mark that is hers alone since half past five."""
    school = cast.delta
    source = Source.objects.create(school=school, name="EduArte")
    work = Item.objects.create(source=source, key="w", school=school, subject="Zorg", title="Verband leggen")
    return Result.objects.create(
        source=source, key="r", student=cast.dewi, school=school, item=work, score=6, stamped_at=NOW,
        scored_on=NOW.date(), moment=Moment.coming(school, NOW),
    )  # fmt: skip


def test_the_student_sees_it_first_and_shows_it_in_one_tap(cast: Cast) -> None:
    mark = give_dewi(cast)
    assert see(cast, cast.dewi, NOW) == []
    assert see(cast, cast.dewi, HALF_PAST_FIVE) == ["6"] and see(cast, cast.sri, HALF_PAST_FIVE) == []
    with time_machine.travel(HALF_PAST_FIVE, tick=False):
        dewi = cast.sign_in(cast.dewi)
        assert "Nieuw voor jou" in dewi.get(reverse("results:mine")).content.decode()
        telling = reverse("results:telling", args=[mark.pk])
        assert dewi.post(telling, {}).status_code == 422
        assert cast.sign_in(cast.sri).post(telling, {"how": "show"}).status_code == 404
        assert dewi.post(telling, {"how": "show"}).status_code == 302
    assert see(cast, cast.sri, HALF_PAST_FIVE) == ["6"]


def test_saying_it_opens_nothing_and_showing_may_follow(cast: Cast) -> None:
    mark = give_dewi(cast)
    with time_machine.travel(HALF_PAST_FIVE, tick=False):
        dewi, telling = cast.sign_in(cast.dewi), reverse("results:telling", args=[mark.pk])
        dewi.post(telling, {"how": "said"})
        assert see(cast, cast.sri, HALF_PAST_FIVE) == []
        dewi.post(telling, {"how": "show"})
        dewi.post(telling, {"how": "said"})
    assert see(cast, cast.sri, HALF_PAST_FIVE) == ["6"]


def test_the_page_says_where_it_comes_from_and_vandaag_says_nothing(cast: Cast, marked: Result) -> None:
    with time_machine.travel(NEXT_DAY, tick=False):
        naima = cast.sign_in(cast.naima)
        text = naima.get(reverse("results:child", args=[cast.yusuf.pk])).content.decode()
        assert (
            "7,4" in text
            and "Netjes gewerkt" in text
            and "Uit \u2068Magister\u2069, van gisteren 15:00" in text
        )
        today = naima.get(reverse("home:today")).content.decode()
        assert "7,4" not in today and "Netjes" not in today


def test_a_correction_is_seen_at_once_and_a_first_value_waits(cast: Cast, office: Client) -> None:
    rows = [result("dv-yusuf", score="7.4"), result("dv-finn", "r2", scoreStatus="submitted")]
    bring_in(office, cast.vlieger, rows)
    with time_machine.travel(NEXT_DAY, tick=False):
        rows = [result("dv-yusuf", score="7.9"), result("dv-finn", "r2", score="5")]
        bring_in(cast.sign_in(cast.marja), cast.vlieger, rows)
    assert see(cast, cast.naima, NEXT_DAY) == ["7,9"]
    assert Result.objects.get(student=cast.yusuf).corrected_at == NEXT_DAY
    with time_machine.travel(NEXT_DAY, tick=False):
        here = reverse("results:child", args=[cast.yusuf.pk])
        page = cast.sign_in(cast.naima).get(here).text
    assert "ziet een nieuw resultaat altijd eerst" in page and "Die verandering zien jullie tegelijk." in page
    assert see(cast, cast.marieke, NEXT_DAY) == []


def test_of_a_correction_nobody_is_told_at_whatever_hour_it_comes(cast: Cast, office: Client) -> None:
    bring_in(office, cast.vlieger, [result("dv-yusuf", score="7.4")])
    announced = Entry.objects.filter(verb__regex="^results.(moment|missed)")
    before, night = announced.count(), NEXT_DAY + dt.timedelta(hours=6)
    with time_machine.travel(night, tick=False):
        bring_in(cast.sign_in(cast.marja), cast.vlieger, [result("dv-yusuf", score="7.9")])
    assert before and announced.count() == before and see(cast, cast.naima, night) == ["7,9"]


def told(verb: str) -> set[Person]:
    return {note.person for note in Notification.objects.filter(entry__verb=verb)}


def test_each_hears_it_when_she_may_look_and_no_message_says_what(cast: Cast, marked: Result) -> None:
    tell_due(HALF_PAST_FIVE)
    assert told("results.moment.came_home") == set()
    while tell_due(NEXT_DAY):
        pass
    assert told("results.moment.came_home") >= {cast.naima, cast.rachid}
    assert cast.marieke not in told("results.moment.came_home")


def test_where_both_see_it_at_once_nobody_is_said_to_be_first(cast: Cast, office: Client) -> None:
    ReleaseTerms.decide(cast.vlieger, Terms(head_start=0), by=cast.marja, at=NOW)
    bring_in(office, cast.vlieger, [result("dv-yusuf", score="7.4")])
    for declared, usual in ((opened, "Jij ziet ze als eerste."), (came_home, "Je kind kon ze al zien.")):
        entry = Entry.objects.get(verb=f"results.moment.{declared.__name__}")
        assert usual not in " ".join(str(said) for said in declared(entry).paragraphs)  # type: ignore[union-attr]
    with time_machine.travel(NEXT_DAY, tick=False):
        page = cast.sign_in(cast.naima).get(reverse("results:child", args=[cast.yusuf.pk])).content.decode()
    assert "altijd eerst" not in page and "Vraag eerst hoe het ging." in page


def test_missed_work_is_told_once_for_all_of_a_day(cast: Cast, office: Client) -> None:
    rows = [result("dv-yusuf", f"r{n}", lineItemSourcedId=f"w{n}", missing="true") for n in (1, 2)]
    bring_in(office, cast.vlieger, rows, [item("w1"), item("w2")])
    assert MissedWork.objects.count() == 1
    while tell_due(NEXT_DAY):
        pass
    assert told("results.missed.found") == {cast.naima, cast.rachid}


def test_work_of_which_the_day_is_over_is_missing_the_next_morning(cast: Cast, office: Client) -> None:
    due = item("w1", dueDate="2026-11-19")
    bring_in(office, cast.vlieger, [result("dv-yusuf", scoreStatus="not submitted")], [due])
    find_overdue.call()
    assert not Result.objects.get().is_missing
    with time_machine.travel(NEXT_DAY.replace(hour=7), tick=False):
        find_overdue.call()
    assert Result.objects.get().is_missing and MissedWork.objects.exists()

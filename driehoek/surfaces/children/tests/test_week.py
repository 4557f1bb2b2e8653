"""De week van: what the student reads first, and home on Friday, as far as the step leaves it open."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.notices import notice_of
from driehoek.base.core.clock import at
from driehoek.facts.looking.models import KindSwitch, LookAlong, Mode, Step
from driehoek.facts.looking.weeks import Week
from driehoek.facts.people.models import StudentGrant
from driehoek.facts.schools.models import Holiday
from driehoek.features.absences.models import Absence, Reason
from driehoek.features.following import objecting, weeks
from driehoek.features.kitchen.models import Reflection
from driehoek.features.portfolio.models import Sharing, Work
from driehoek.features.results.models import Item, Moment, Result, Source
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
A_DAY = dt.timedelta(days=1)
FRIDAY = TODAY + A_DAY
RUNNING, LAST = Week.of(TODAY), Week.of(TODAY).before


def agree(cast: Cast, step: Mode = Mode.WEEKLY) -> LookAlong:
    """Adam and Naima; Rachid signed nothing."""
    pair = {"student": cast.adam, "guardian": cast.naima, "school": cast.kompas}
    signed = LookAlong.objects.create(**pair, proposed_at=NOW, sealed_at=NOW)
    Step.objects.create(agreement=signed, mode=step, starts_on=TODAY - 30 * A_DAY)
    return signed


def address(cast: Cast, week: Week, page: str = "week") -> str:
    return reverse(f"children:{page}", args=[cast.adam.pk, week.name])


def fill(cast: Cast, day: dt.date, name: str = "") -> None:
    """A piece of work, a mark and homework of one day."""
    noon = at(day, dt.time(12))
    work = Work.add(
        cast.adam, cast.klas_1b, f"Werk{name}", "", by=cast.adam, at=noon, sharing=Sharing("home")
    )
    work.approve(by=cast.dijk, at=noon)
    source, _new = Source.objects.get_or_create(school=cast.kompas, name="Magister")
    said = {"source": source, "school": cast.kompas, "group": cast.klas_1b, "subject": "Wiskunde"}
    test = Item.objects.create(**said, key=f"t{day}{name}", title=f"Toets{name}")
    home = Item.objects.create(
        **said, key=f"h{day}{name}", title=f"Sommen{name}", is_homework=True, due_on=day
    )
    moment = Moment.objects.create(school=cast.kompas, opens_at=noon - A_DAY, home_at=noon)
    hers = {"source": source, "student": cast.adam, "school": cast.kompas, "moment": moment}
    hers["stamped_at"] = noon
    Result.objects.create(**hers, key=f"t{day}{name}", item=test, score=7)
    Result.objects.create(**hers, key=f"h{day}{name}", item=home, status="handed_in")


def told(browser: Client, url: str) -> set[str]:
    text = browser.get(url).text
    return {word for word in ("Werk", "Toets", "Sommen") if f">{word}<" in text}


def test_a_week_runs_from_friday_to_thursday_and_has_the_name_of_its_thursday() -> None:
    assert (RUNNING.first, RUNNING.last, RUNNING.name) == (dt.date(2026, 11, 13), TODAY, "2026-W47")
    assert Week.named("2026-W47") == RUNNING == Week.around(TODAY + 3 * A_DAY) == Week.of(TODAY)
    assert Week.named("2026-W53") == Week.of(dt.date(2026, 12, 31)) and Week.named("2027-W53") is None
    assert [Week.named(name) for name in ("", "9999-W60", "week", "0001-W01")] == [None] * 4


def test_home_reads_what_the_student_read_the_day_before(cast: Cast) -> None:
    agree(cast)
    fill(cast, TODAY - A_DAY)
    url, adam = address(cast, RUNNING), cast.sign_in(cast.adam)
    everything = {"Werk", "Toets", "Sommen"}
    assert told(adam, url) == everything and "leest het vanaf vrijdag 20 november" in adam.get(url).text
    assert cast.sign_in(cast.naima).get(url).status_code == 404  # until Friday it is his alone
    with time_machine.travel(at(FRIDAY, dt.time(8)), tick=False):
        naima = cast.sign_in(cast.naima)
        assert told(naima, url) == everything and told(naima, address(cast, LAST)) == set()


def test_in_an_older_week_stands_what_was_of_that_week(cast: Cast) -> None:
    agree(cast)
    fill(cast, LAST.last)
    naima = cast.sign_in(cast.naima)
    assert told(naima, address(cast, LAST)) == {"Werk", "Toets", "Sommen"}
    assert address(cast, LAST.before) in naima.get(address(cast, LAST)).text
    assert told(naima, address(cast, LAST.before)) == set()


@pytest.mark.parametrize("step", [Mode.TOGETHER, Mode.SHARES, None])
def test_at_another_step_there_is_no_such_page(cast: Cast, step: Mode | None) -> None:
    if step:
        agree(cast, step)
    for person in (cast.naima, cast.adam):
        assert cast.sign_in(person).get(address(cast, LAST)).status_code in (403, 404)


def test_nobody_else_reads_it(cast: Cast) -> None:
    agree(cast)
    fill(cast, LAST.last)
    for person, hat in ((cast.rachid, "home"), (cast.elif_, "home"), (cast.dijk, "school")):
        assert cast.sign_in(person, hat).get(address(cast, LAST)).status_code in (403, 404)  # type: ignore[arg-type]


def test_who_is_objected_to_has_no_week_any_more_and_gets_no_notice(cast: Cast) -> None:
    agree(cast)
    objecting.object_to(cast.adam, cast.naima, cast.kompas, "Liever niet.", at=NOW)
    assert cast.sign_in(cast.naima).get(address(cast, LAST)).status_code in (403, 404)
    assert weeks.tell_of_week(NOW) == 0


def test_of_a_kind_that_school_shuts_nothing_stands_in_the_week(cast: Cast) -> None:
    agree(cast)
    fill(cast, LAST.last)
    shut = {"layer": 0, "kind": "results", "is_open": False, "by": cast.dijk, "at": NOW}
    KindSwitch.objects.create(school=cast.kompas, **shut)
    assert told(cast.sign_in(cast.naima), address(cast, LAST)) == {"Werk", "Sommen"}
    assert told(cast.sign_in(cast.adam), address(cast, LAST)) == {"Werk", "Toets", "Sommen"}


def test_when_he_was_away_stands_in_it(cast: Cast) -> None:
    agree(cast)
    page = address(cast, LAST)
    assert "Deze week is er niets gemeld." in cast.sign_in(cast.naima).get(page).text
    said = {"student": cast.adam, "school": cast.kompas, "reason": Reason.DOCTOR, "told_at": NOW}
    Absence.objects.create(**said, starts_on=LAST.last, ends_on=LAST.last)
    assert "Deze week is er niets gemeld." not in cast.sign_in(cast.naima).get(page).text


def test_he_tells_it_himself_and_that_stands_on_top(cast: Cast) -> None:
    agree(cast)
    fill(cast, TODAY - A_DAY)
    adam, telling = cast.sign_in(cast.adam), address(cast, RUNNING, "week_telling")
    empty = adam.post(telling, {"text": " "})
    assert empty.status_code == 422 and "Schrijf of spreek eerst iets in." in empty.text
    assert adam.post(telling, {"text": "De proef lukte."}).status_code == 302
    adam.post(telling, {"text": "Nog een keer."})  # sent twice: what he said stays
    assert Reflection.objects.get(student=cast.adam).text == "De proef lukte."
    with time_machine.travel(at(FRIDAY, dt.time(8)), tick=False):
        read = cast.sign_in(cast.naima).get(address(cast, RUNNING)).text
    assert "Adam</bdi> zegt" in read and read.index("De proef lukte.") < read.index(">Werk<")


def test_nobody_tells_it_for_him_or_about_a_week_that_is_over(cast: Cast) -> None:
    agree(cast)
    said = {"text": "Ik was er niet."}
    for person, week in ((cast.naima, LAST), (cast.rachid, RUNNING), (cast.yusuf, RUNNING)):
        answer = cast.sign_in(person).post(address(cast, week, "week_telling"), said)
        assert answer.status_code in (403, 404)
    cast.sign_in(cast.adam).post(address(cast, LAST, "week_telling"), said)
    assert not Reflection.objects.exists()


def test_the_notices_lead_to_the_same_week(cast: Cast) -> None:
    signed = agree(cast)
    Holiday.objects.all().delete()
    paths = []
    for day in (TODAY, FRIDAY):
        weeks.tell_of_week(at(day, dt.time(16)))
    for entry in Entry.objects.filter(verb__startswith="following.week.", subject_id=signed.pk):
        told_of = notice_of(entry)
        paths.append(told_of.path if told_of else "")
    assert paths == [address(cast, RUNNING)] * 2


def test_more_in_a_week_is_not_more_questions(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    agree(cast)
    naima, page = cast.sign_in(cast.naima), address(cast, LAST)
    naima.get(page)
    for number in range(4):
        fill(cast, LAST.last, str(number))
    with django_assert_max_num_queries(12) as asked:
        naima.get(page)
    more = len(asked)
    for number in range(4, 8):
        fill(cast, LAST.last - A_DAY, str(number))
    with django_assert_max_num_queries(more):
        naima.get(page)


def test_from_the_page_of_a_child_there_is_a_way_to_his_week(cast: Cast) -> None:
    agree(cast)
    for person, week in ((cast.naima, LAST), (cast.adam, RUNNING)):
        assert address(cast, week) in cast.sign_in(person).get(f"/kind/{cast.adam.pk}/").text
    assert "/week/" not in cast.sign_in(cast.rachid).get(f"/kind/{cast.adam.pk}/").text


def test_what_he_switched_on_at_a_weekly_step_stays_open_and_the_week_goes_on(cast: Cast) -> None:
    agree(cast)
    StudentGrant.objects.create(
        student=cast.adam, guardian=cast.naima, kind="homework", starts_on=TODAY - A_DAY
    )
    fill(cast, TODAY)
    assert Item.objects.visible_to(cast.viewer(cast.naima)).filter(is_homework=True).exists()
    assert not Work.objects.visible_to(cast.viewer(cast.naima)).exists()

"""Before a talk somebody lays work or a result beside a point, and who may see both finds it there."""

import uuid

import pytest
from django.urls import reverse

from driehoek.facts.people.models import Person
from driehoek.features.portfolio.tests.works import made
from driehoek.features.talks.models import Point, Talk
from driehoek.features.talks.planning import Table, plan
from driehoek.features.talks.tests.table import SOON, planned
from driehoek.surfaces.discussed.models import PointResult, PointWork
from tests.cast import NOW, TODAY, Cast
from tests.journeys.conftest import Visit
from tests.journeys.test_by_keyboard import press, walk_to
from tests.journeys.test_results import marked
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.django_db(transaction=True)


def point_of(talk: Talk, person: Person, words: str) -> Point:
    side = talk.sides.get(person=person)
    return Point.add(side, "learning", words, by=person, at=NOW)


def lay(visitor: Visitor, talk: Talk, point: Point, thing: str) -> None:
    """From the page of the talk: to the choice, a tick, and keep it."""
    visitor.open(talk.get_absolute_url())
    press(visitor, visitor.page.locator(f"main a[href='{reverse('discussed:laying', args=[point.pk])}']"))
    walk_to(visitor, visitor.page.get_by_role("checkbox", name=thing))
    visitor.tap_key("Space")
    press(visitor, visitor.page.locator("main button.btn-l"))
    visitor.page.wait_for_url(f"**{talk.get_absolute_url()}*")


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_mother_lays_work_beside_her_point_in_three_presses_and_the_teacher_opens_it(
    cast: Cast, visit: Visit, javascript: bool, language: str
) -> None:
    work, talk = made(cast), planned(cast)
    point = point_of(talk, cast.naima, "Hij bouwt graag.")
    cast.naima.speak(language)
    mother = visit(cast.naima, javascript=javascript, width=320)
    lay(mother, talk, point, "Mijn vulkaan")
    assert mother.taps == 3
    assert PointWork.objects.get().work == work
    assert mother.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    point_of(talk, cast.rachid, "Samen kijken")
    teacher = visit(cast.anouk, javascript=javascript).open(talk.get_absolute_url())
    press(teacher, teacher.page.locator("main a.laid", has_text="Mijn vulkaan"))
    teacher.page.wait_for_url(f"**{work.get_absolute_url()}")
    assert teacher.taps == 1
    father = visit(cast.rachid, javascript=javascript).open(talk.get_absolute_url())
    assert father.sees("Samen kijken") and "Mijn vulkaan" not in father.reads()


def test_a_student_lays_a_result_beside_her_point_in_three_presses_and_only_who_may_see_it_reads_it(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    result, host = marked(cast), cast.youssef
    said = {
        "token": uuid.uuid4(), "kind": "progress", "moment": SOON, "minutes": 20, "place": "Lokaal 2",
        "guardians": [cast.sri.pk], "colleagues": [], "with_student": True, "reason": "", "reason_alone": "",
    }  # fmt: skip
    talk = plan(Table(cast.dewi, cast.delta, TODAY, host), said, now=NOW)
    point = point_of(talk, cast.dewi, "Hoe ik verband leg.")
    dewi = visit(cast.dewi, javascript=javascript)
    lay(dewi, talk, point, "Verband leggen")
    assert dewi.taps == 3 and PointResult.objects.get().result == result
    mentor = visit(host, javascript=javascript).open(talk.get_absolute_url())
    assert mentor.sees("Hoe ik verband leg.") and mentor.sees("Zorg Goed")
    mother = visit(cast.sri, javascript=javascript).open(talk.get_absolute_url())
    assert mother.sees("Hoe ik verband leg.") and "Verband leggen" not in mother.reads()

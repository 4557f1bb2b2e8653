"""Results: brought in by the office, told at home by the student, read by her mother; on a phone."""

import datetime as dt

import pytest
from django.urls import reverse

from driehoek.features.results.models import Item, Moment, Result, Source
from tests.cast import NOW, Cast
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.django_db(transaction=True)


def marked(cast: Cast) -> Result:
    """Dewi got something yesterday, and knows it since five o'clock."""
    school, hours = cast.delta, dt.timedelta(hours=1)
    source = Source.objects.create(school=school, name="EduArte")
    work = Item.objects.create(source=source, key="w", school=school, subject="Zorg", title="Verband leggen")
    moment = Moment.objects.create(school=school, opens_at=NOW - 22 * hours, home_at=NOW + 2 * hours)
    return Result.objects.create(
        source=source, key="r", student=cast.dewi, school=school, item=work, text="Goed", moment=moment,
        comment="Je vertelde wat je deed.", scored_on=NOW.date(), stamped_at=NOW - 24 * hours,
    )  # fmt: skip


def test_the_student_shows_it_in_one_tap_and_her_mother_reads_it_in_two(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    marked(cast)
    sri = visit(cast.sri, javascript=javascript).open(reverse("children:detail", args=[cast.dewi.pk]))
    sri.tap("Resultaten")
    assert not sri.sees("Verband leggen")
    dewi = visit(cast.dewi, javascript=javascript).open(reverse("results:mine"))
    assert dewi.sees("Nieuw voor jou")
    dewi.tap("Laat het thuis zien")
    assert dewi.sees("Thuis ziet het nu.") and not dewi.sees("Nieuw voor jou") and dewi.taps == 1
    sri.open(reverse("results:family"))
    assert sri.sees("Verband leggen") and sri.sees("Je vertelde wat je deed.")
    assert sri.sees("van gisteren 15:00") and sri.taps == 1

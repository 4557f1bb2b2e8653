"""The same as test_retention.py, for results and for the times of fetching them."""

import pytest

from driehoek.backbone.translation.models import Translation
from driehoek.features.results.forgetting import forget
from driehoek.features.results.models import (
    Connection,
    Item,
    MissedWork,
    Moment,
    Result,
    Run,
    Source,
    ToldAtHome,
)
from tests.aging import A_DAY, goes_after
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db


def marked(cast: Cast) -> Moment:
    """Yusuf's mark for work without a day, as a sheet of the school has it, and its remark in Turkish."""
    school = cast.vlieger
    at_once = {"school": school, "opens_at": NOW, "home_at": NOW}
    source, moment = Source.objects.create(school=school, name="Excel"), Moment.objects.create(**at_once)
    work = Item.objects.create(source=source, key="w", school=school, subject="Rekenen", title="Tafels")
    mark = Result.objects.create(
        source=source, key="r", student=cast.yusuf, school=school, item=work, score=7, stamped_at=NOW,
        comment="Goed geoefend.", moment=moment,
    )  # fmt: skip
    mark.tell(shows=False, by=cast.yusuf, at=NOW)
    MissedWork.note(moment, NOW)
    for text in (*mark.texts.values(), *work.texts.values()):
        Translation.of(text, "tr", at=NOW).save()
    return moment


def test_results_stay_this_school_year_and_the_next_and_then_all_of_them_goes(cast: Cast) -> None:
    moment, ends = marked(cast), NOW.replace(year=2028, month=8, day=1)
    goes_after(1, forget, Result.objects.filter(moment=moment), since=ends - 2 * A_DAY)
    for kind in (ToldAtHome, Item, Moment, MissedWork, Translation):
        assert not kind._default_manager.exists(), kind


def test_work_for_which_nobody_has_a_result_yet_waits_for_one(cast: Cast) -> None:
    marked(cast)
    Result.objects.all().delete()
    forget(NOW + 1_000 * A_DAY)
    assert Item.objects.get().title == "Tafels"


def test_times_of_fetching_go_after_30_days(cast: Cast) -> None:
    said = {"name": "Magister", "address": "https://sis.example", "token_address": "-", "client_id": "-"}
    line = Connection.set_up(cast.vlieger, said, secret="x", by=cast.marja, at=NOW)
    Run.open_for(line, NOW).end(NOW)
    goes_after(30, forget, Run.objects.all())

"""More rows on a page are not more questions to the database: for the lists that are opened most, each in the
hat in which it is read."""

import datetime as dt
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from driehoek.features.absences.models import LeaveRequest
from driehoek.features.absences.models.leave import Ground
from driehoek.features.alerts.tests.sent import sent
from driehoek.features.conversations.tests.talks import asked
from driehoek.features.feed.tests.posts import draft, shared
from driehoek.features.newsletters.tests.letters import begun, block, out
from driehoek.features.portfolio.models import Standing
from driehoek.features.portfolio.tests.test_periods import begun as begun_theme
from driehoek.features.portfolio.tests.works import made
from driehoek.features.results.models import Item, Moment, Result, Source
from driehoek.features.talks.models import Talk
from driehoek.features.talks.planning import Table
from driehoek.features.talks.tests.table import agreed, planned
from tests.cast import NOW, TODAY, Cast
from tests.more_rows import Listed, grown, look_at_few_and_at_more

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def letter_out(cast: Cast, number: int) -> None:
    newsletter = begun(cast, f"Nieuws {number}")
    block(newsletter, cast.anouk, f"Bruggen {number}", cast.groep_5, text="Wij bouwden.")
    out(newsletter, cast)


def leave(cast: Cast, number: int) -> None:
    day = NOW.date() + dt.timedelta(days=10 + 7 * number)
    LeaveRequest.objects.create(
        token=uuid.uuid4(), student=cast.yusuf, school=cast.vlieger, ground=Ground.WEDDING, starts_on=day,
        ends_on=day, school_days=1, decide_by=NOW.date() + dt.timedelta(days=5), explanation="Een bruiloft",
        by=cast.naima, at=NOW,
    )  # fmt: skip


def mark(cast: Cast, number: int) -> None:
    source, _new = Source.objects.get_or_create(school=cast.kompas, name="Magister")
    item = Item.objects.create(
        source=source, key=f"w{number}", school=cast.kompas, subject=f"Vak {number}", title=f"Toets {number}"
    )
    long_ago = NOW - dt.timedelta(days=14)
    Result.objects.create(
        source=source, key=f"r{number}", student=cast.adam, school=cast.kompas, item=item, score=6 + number,
        stamped_at=long_ago, scored_on=long_ago.date(), moment=Moment.coming(cast.kompas, long_ago),
        comment=f"Netjes {number}",
    )  # fmt: skip


def talk(cast: Cast, _number: int) -> None:
    agreed(cast, planned(cast), cast.naima)


def talk_of_another(cast: Cast, number: int) -> None:
    """Each of another child, with something that waits for a yes: a teacher finds one line of every child."""
    child = (cast.yusuf, cast.defne, cast.noor, cast.mila, cast.finn, cast.sem)[number]
    around = [person.pk for person in Table(child, cast.vlieger, TODAY, cast.anouk).guardians]
    agreed(cast, planned(cast, student=child, guardians=around, reason="Op een andere dag."), child)


def theme(cast: Cast, number: int) -> None:
    period = begun_theme(cast.groep_5, cast.anouk, title=f"Thema {number}")
    Standing.say(period, cast.yusuf, "often", by=cast.yusuf, at=NOW)


LISTS = {
    "talks at home": Listed("naima", "talks:list", talk),
    "talks at school": Listed("anouk", "talks:list", talk_of_another),
    "conversations at home": Listed("naima", "conversations:inbox", lambda c, n: asked(c, f"Vraag {n}")),
    "conversations at school": Listed("anouk", "conversations:inbox", lambda c, n: asked(c, f"Vraag {n}")),
    "urgent notices": Listed("joris", "alerts:earlier", lambda c, n: sent(c, c.groep_5, text=f"Sneeuw {n}")),
    "newsletters at school": Listed("joris", "newsletters:list", lambda c, n: begun(c, f"Nieuws {n}")),
    "newsletters at home": Listed("naima", "newsletters:archive", letter_out),
    "leave at home": Listed("naima", "absences:leaves", leave),
    "leave at school": Listed("joris", "absences:leaves", leave),
    "work of a child": Listed(
        "naima", "portfolio:of_child", lambda c, n: made(c, title=f"Werk {n}"), "yusuf"
    ),
    "own work": Listed("yusuf", "portfolio:mine", lambda c, n: made(c, title=f"Werk {n}")),
    "work that waits": Listed(
        "anouk", "portfolio:waiting", lambda c, n: made(c, title=f"Werk {n}", looked=False), "groep_5"
    ),
    "themes of a class": Listed("anouk", "portfolio:periods", theme, "groep_5"),
    "themes of a child": Listed("naima", "portfolio:of_child", theme, "yusuf"),
    "own themes": Listed("yusuf", "portfolio:mine", theme),
    "news of a teacher": Listed("anouk", "feed:mine", lambda c, n: shared(c, f"Nieuws {n}"), "groep_5"),
    "drafts of a teacher": Listed("anouk", "feed:mine", lambda c, n: draft(c, f"Nieuws {n}"), "groep_5"),
    "results at home": Listed("naima", "results:child", mark, "adam"),
    "own results": Listed("adam", "results:mine", mark),
}


@pytest.mark.parametrize("name", LISTS)
def test_more_rows_are_not_more_questions(cast: Cast, name: str) -> None:
    few, many = look_at_few_and_at_more(cast, LISTS[name])
    assert len(many) <= len(few), grown(few, many)


def test_a_list_that_asks_for_each_row_would_be_noticed(cast: Cast) -> None:
    counts = []
    for _time in range(2):
        planned(cast)
        with CaptureQueriesContext(connection) as captured:
            assert all(one.school.name for one in Talk.objects.all())
        counts.append(len(captured))
    assert counts[0] < counts[1]

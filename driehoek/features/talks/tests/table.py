"""A talk about Yusuf, for the tests of this feature."""

import datetime as dt
import uuid
from typing import Any  # what a form says

from driehoek.facts.people.models import Person
from driehoek.features.talks.models import Pledge, Talk
from driehoek.features.talks.planning import Table, plan
from tests.cast import NOW, TODAY, Cast

SOON = NOW + dt.timedelta(days=7)
WORDS = "Vijf minuten lezen na het eten."


def planned(cast: Cast, *, host: Person | None = None, student: Person | None = None, **more: Any) -> Talk:
    """By juf Anouk, with Yusuf and both his parents, unless something else is said."""
    table = Table(student or cast.yusuf, cast.vlieger, TODAY, host or cast.anouk)
    said: dict[str, Any] = {
        "token": uuid.uuid4(), "kind": "start", "moment": SOON, "minutes": 20, "place": "Lokaal 5",
        "guardians": [cast.naima.pk, cast.rachid.pk], "colleagues": [], "with_student": True, "reason": "",
        "reason_alone": "",
    }  # fmt: skip
    return plan(table, said | more, now=NOW)


def agreed(cast: Cast, talk: Talk, doer: Person, *, until: dt.date | None = None) -> Pledge:
    side = talk.sides.get(person=doer)
    return Pledge.agree(talk, side, WORDS, until=until, by=cast.anouk, at=NOW)

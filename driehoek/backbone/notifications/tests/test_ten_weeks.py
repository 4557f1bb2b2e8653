"""Ten weeks of news of every kind by every way, with runs that are missed, late and doubled: each item
reaches each person exactly once by each way she chose, and nobody else (F12).

Each run draws courses that nobody lived before; what fails says how to live it again.
"""

import uuid
from random import SystemRandom
from typing import Any  # what is patched away

import pytest
from django.db import transaction
from django.db.models import Q, QuerySet

from driehoek.backbone.access.parts import Asking
from driehoek.backbone.access.viewer import Hat
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.digests import gathering, readers
from driehoek.backbone.notifications.models import Delivery
from driehoek.backbone.notifications.notices import Notice
from driehoek.backbone.notifications.receiver import Receiver
from driehoek.backbone.notifications.rounds import AT_LEAST, Round
from driehoek.backbone.notifications.tests.facts import word_of
from driehoek.backbone.notifications.tests.ten_weeks import WAYS, Weeks
from tests.cast import Cast

pytestmark = pytest.mark.django_db
FRESH = SystemRandom()  # the same for nobody, whatever a test runner makes of the usual one


def course(cast: Cast, seed: int, *, weeks: int = 10, facts: int = 15) -> Weeks:
    """Lived through and then undone."""
    with pytest.MonkeyPatch.context() as patch, transaction.atomic():
        lived = Weeks(cast, seed, patch, weeks=weeks, facts=facts).happen()
        lived.stuck = list(undone().exclude(pk__in=given_up()).values_list("state", flat=True))
        lived.given_up = {(word_of(one.notification.entry), one.notification.person_id) for one in given_up()}
        transaction.set_rollback(True)
    return lived


def undone() -> QuerySet[Delivery]:
    return Delivery.objects.exclude(state__in=["done", "suppressed"])


def given_up() -> QuerySet[Delivery]:
    """Tried for three days, and each time in vain: that is how it may end."""
    often = Q(attempts__gte=AT_LEAST - 1) | Q(digest__attempts__gte=AT_LEAST - 1)
    return undone().filter(often, state="failed").select_related("notification__entry")


def judge(weeks: Weeks, said: str) -> None:
    """What holds of every course, however long."""
    assert weeks.faults() == [], said
    assert weeks.stuck == [], said
    assert weeks.receivers <= weeks.viewers, said


def test_each_item_comes_once_by_each_way_to_who_may_see_it_and_to_nobody_else(cast: Cast) -> None:
    for seed in (FRESH.randrange(10**9), FRESH.randrange(10**9)):
        weeks, said = course(cast, seed), f"course(cast, {seed})"
        judge(weeks, said)
        hers = {(weeks.facts[word].kind, way) for word, person, way in weeks.came if person == cast.naima.pk}
        assert hers == {(kind, way) for kind in Category for way in WAYS}, said
        assert any("digest" in ways for ways in weeks.brought_by.values()), said


def test_a_few_weeks_go_as_well_however_they_begin(cast: Cast) -> None:
    for _course in range(3):
        seed, length = FRESH.randrange(10**9), FRESH.randint(1, 3)
        few = course(cast, seed, weeks=length, facts=8)
        judge(few, f"course(cast, {seed}, weeks={length}, facts=8)")


def loses(patch: pytest.MonkeyPatch) -> str:
    """What is collected is never put together."""
    patch.setattr(gathering, "put_together", lambda *_given: False)
    return "came 0 times"


def doubles(patch: pytest.MonkeyPatch) -> str:
    """A second try is another message."""
    later = Round._try_later

    def under_another_name(self: Round[Any], row: Any, *given: Any, **more: Any) -> None:
        later(self, row, *given, **more)
        type(row).objects.filter(pk=row.pk).update(message_id=uuid.uuid4())

    patch.setattr(Round, "_try_later", under_another_name)
    return "came 2 times"


def everything(_reader: readers.Reader, pieces: list[readers.Piece]) -> Asking[dict[int, Hat]]:
    """Without a question."""
    yield from ()
    return {piece.entry.pk: "home" for piece in pieces}


def shows(patch: pytest.MonkeyPatch) -> str:
    """Nobody asks who may see it."""
    patch.setattr(Receiver, "may_see", lambda *_given: True)
    patch.setattr(readers.Reader, "seeing", everything)
    return "may not see it"


def waits(patch: pytest.MonkeyPatch) -> str:
    """Nobody asks whether it is over by then."""
    patch.setattr(Notice, "may_wait", lambda *_given: True)
    return "is over before the digest"


@pytest.mark.once
@pytest.mark.parametrize("break_it", [loses, doubles, shows, waits])
def test_control_the_judge_notices(cast: Cast, monkeypatch: pytest.MonkeyPatch, break_it: Any) -> None:
    said = break_it(monkeypatch)
    assert any(said in fault for fault in course(cast, 3, weeks=4, facts=24).faults())

"""Ten weeks of news of every kind by every way, with runs that are missed, late and doubled: each item
reaches each person exactly once by each way she chose, and nobody else (F12)."""

import uuid
from typing import Any  # what is patched away

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from driehoek.backbone.access.parts import Asking
from driehoek.backbone.access.viewer import Hat
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.digests import gathering, readers
from driehoek.backbone.notifications.models import Delivery
from driehoek.backbone.notifications.receiver import Receiver
from driehoek.backbone.notifications.rounds import Round
from driehoek.backbone.notifications.tests.ten_weeks import WAYS, Weeks
from tests.cast import Cast

pytestmark = pytest.mark.django_db
FEW = settings(
    max_examples=2,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def course(cast: Cast, seed: int, *, weeks: int = 10, facts: int = 12) -> Weeks:
    """Lived through and then undone."""
    with pytest.MonkeyPatch.context() as patch, transaction.atomic():
        lived = Weeks(cast, seed, patch, weeks=weeks, facts=facts).happen()
        undone = Delivery.objects.exclude(state__in=["done", "suppressed"])
        lived.stuck = list(undone.values_list("state", flat=True))
        transaction.set_rollback(True)
    return lived


@FEW
@given(seed=st.integers(0, 10_000))
def test_each_item_comes_once_by_each_way_to_who_may_see_it_and_to_nobody_else(cast: Cast, seed: int) -> None:
    weeks = course(cast, seed)
    assert weeks.faults() == []
    assert weeks.stuck == []
    hers = {(weeks.facts[word].kind, way) for word, person, way in weeks.came if person == cast.naima.pk}
    assert hers == {(kind, way) for kind in Category for way in WAYS}
    assert any("digest" in ways for ways in weeks.brought_by.values())


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


@pytest.mark.once
@pytest.mark.parametrize("break_it", [loses, doubles, shows])
def test_control_the_judge_notices(cast: Cast, monkeypatch: pytest.MonkeyPatch, break_it: Any) -> None:
    said = break_it(monkeypatch)
    assert any(said in fault for fault in course(cast, 3, weeks=4, facts=10).faults())

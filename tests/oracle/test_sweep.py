"""What everybody can really read is exactly what the oracle allows: nothing more, and nothing less."""

import datetime as dt

import pytest

from driehoek.backbone.notifications.models import Refusal
from driehoek.facts.people.models import Person
from tests.cast import TODAY
from tests.logged import logged
from tests.oracle.extract import world_now
from tests.oracle.life import Life
from tests.oracle.sweep import Reader
from tests.refusing import refusals_drawn_once

READERS = [
    ("naima", "home"), ("rachid", "home"), ("tom", "home"), ("dennis", "home"), ("jeroen", "home"),
    ("gerda", "home"), ("ria", "home"), ("ans", "home"), ("karin", "home"), ("inge", "home"),
    ("sri", "home"), ("ronald", "home"), ("zehra", "home"), ("wouter", "home"), ("yusuf", "home"),
    ("dewi", "home"), ("anouk", "school"), ("anouk", "home"), ("gijs", "school"), ("daan", "school"),
    ("samira", "school"), ("joris", "school"), ("youssef", "school"), ("peter", "school"),
    ("ingrid", "school"), ("petra", "school"),
]  # fmt: skip
AGAIN = [  # on PostgreSQL, one for each kind of place; test_rows.py asks it for the rows of all others
    ("naima", "home"), ("tom", "home"), ("jeroen", "home"), ("gerda", "home"), ("dewi", "home"),
    ("anouk", "school"), ("joris", "school"), ("samira", "school"), ("ingrid", "school"),
]  # fmt: skip


def refuse_all_addresses() -> None:
    """So that the office sees everybody whom it may see on the list of parents whom no mail reaches."""
    for address in Person.objects.exclude(email="").values_list("email", flat=True):
        for day in range(3):
            Refusal.note(channel="email", address=address, day=TODAY - dt.timedelta(days=day), code="550")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("key", "hat"),
    [pytest.param(*who, marks=() if who in AGAIN else pytest.mark.once) for who in READERS],
)
def test_what_she_reads_is_what_she_may_read(life: Life, key: str, hat: str) -> None:
    refuse_all_addresses()
    with logged() as paper, refusals_drawn_once():
        reader = Reader(life, getattr(life.cast, key), hat).read_everything()
    assert life.canaries.found_in(paper.getvalue()) == set()  # tests/test_logs.py shows that it would be seen
    assert paper.getvalue()
    world = world_now()
    assert reader.leaks(world) == []
    assert reader.misses(world) == []


@pytest.mark.once
@pytest.mark.parametrize("_time", ["first", "then"])
def test_what_a_test_does_to_the_life_is_gone_for_the_next(life: Life, _time: str) -> None:
    assert life.canaries.things
    life.canaries.things.clear()

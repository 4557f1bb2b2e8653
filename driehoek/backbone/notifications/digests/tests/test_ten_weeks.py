"""Ten weeks of news, with runs that are missed, late and doubled, and people who choose otherwise: each item
reaches each person exactly once, in the way she chose, and nobody else."""

import datetime as dt
import re
from collections import Counter
from random import Random

import pytest

from driehoek.backbone.journal.models import record
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.digests.gathering import ask_again
from driehoek.backbone.notifications.digests.tests.steps import run, wish
from driehoek.backbone.notifications.models import Delivery, Digest
from driehoek.backbone.notifications.notices import NOTICES
from driehoek.backbone.notifications.tests import story
from driehoek.facts.people.models import Person
from tests.cast import NOW, Cast
from tests.servers.smtp import Mood, Postman

pytestmark = pytest.mark.django_db
WEEKS, FACTS = 10, 20
HOUR = dt.timedelta(hours=1)
KINDS = [Category.NEWS, Category.TASKS, Category.REPLIES]
WORD = re.compile(r"feit\d{3}")


class TenWeeks:
    """One course of things, the same every time for the same seed."""

    def __init__(self, cast: Cast, postman: Postman, seed: int, patch: pytest.MonkeyPatch) -> None:
        self.cast, self.postman, self.chance, self.patch = cast, postman, Random(seed), patch
        self.people = [cast.naima, cast.rachid, cast.bas, cast.esther]
        self.children = {
            cast.yusuf: {cast.naima, cast.rachid},
            cast.sem: {cast.bas},
            cast.noor: {cast.esther},
        }
        self.told: dict[str, Person] = {}
        self.ill_at = self.worked_at = NOW

    def happen(self) -> None:
        for person in self.people:
            self.choose(person, NOW)
        moments = sorted(self.chance.random() * WEEKS * 7 * 24 for _ in range(FACTS))
        events = [(NOW + hours * HOUR, self.tell) for hours in moments]
        events += [(NOW + self.chance.random() * WEEKS * 7 * 24 * HOUR, self.change) for _ in range(6)]
        for day in range(WEEKS * 7):
            runs = self.chance.choice([0, 0, 1, 2])  # missed, once, doubled
            late = self.chance.uniform(-7, 9)
            events += [(NOW + (day * 24 + late) * HOUR, self.work)] * runs
        for moment, what in sorted(events, key=lambda event: event[0]):
            what(moment)
        self.postman.mood = Mood.WELL
        for day in (1, 5, 9, 13):
            run(NOW + (WEEKS * 7 + day) * 24 * HOUR)

    def tell(self, now: dt.datetime) -> None:
        number, kind = len(self.told), self.chance.choice(KINDS)
        word, child = f"feit{number:03}", self.chance.choice(list(self.children))
        verb = f"people.person.praised{number}"
        self.patch.setitem(NOTICES, verb, story.telling(word, kind, self.people))
        self.told[word] = child
        record(verb, child, by=None, at=now)

    def choose(self, person: Person, now: dt.datetime) -> None:
        for kind in KINDS:
            wish(person, self.chance.choice(["now", "daily", "weekly"]), category=kind)
        ask_again(person, at=now)

    def change(self, now: dt.datetime) -> None:
        self.choose(self.chance.choice(self.people), now)

    def work(self, now: dt.datetime) -> None:
        """Now and then the server is ill, but never when something waits for three days: then we give up."""
        self.postman.mood, last = Mood.WELL, self.worked_at
        self.worked_at = now
        if now - self.ill_at > 7 * 24 * HOUR and now - last < 24 * HOUR:
            self.postman.mood, self.ill_at = self.chance.choice([Mood.GREYLISTS, Mood.DROPS]), now
        run(now)

    def read(self) -> Counter[tuple[str, str]]:
        """How often each word reached each address."""
        found = Counter[tuple[str, str]]()
        for message, (to,) in zip(self.postman.messages, self.postman.recipients, strict=True):
            text = str(message.get_body(("plain",)).get_content())  # type: ignore[union-attr]
            found.update((word, to) for word in WORD.findall(text))
        return found


@pytest.mark.parametrize("seed", [1, 2])
def test_each_item_comes_once_to_who_may_see_it_and_to_nobody_else(
    cast: Cast, postman: Postman, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    weeks = TenWeeks(cast, postman, seed, monkeypatch)
    weeks.happen()
    expected = {(word, one.email): 1 for word, child in weeks.told.items() for one in weeks.children[child]}
    assert weeks.read() == expected  # the others of the four were told as well
    assert set(Delivery.objects.values_list("state", flat=True)) == {"done", "suppressed"}
    assert Digest.objects.filter(state="done").count() > 5

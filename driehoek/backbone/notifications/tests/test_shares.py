"""What one statement writes for everybody is what looking at each of them gives, whatever they chose."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random

import pytest
from django.db import transaction
from django.db.models import Q

from driehoek.backbone.access.models import Audience, Role
from driehoek.backbone.access.viewer import Hat
from driehoek.backbone.journal.models import record
from driehoek.backbone.notifications import shares, wishes
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category, Offer, Readers
from driehoek.backbone.notifications.channels import sms
from driehoek.backbone.notifications.channels.keys import public_key
from driehoek.backbone.notifications.channels.roads import ROADS
from driehoek.backbone.notifications.models import (
    Delivery,
    DigestTime,
    HouseRule,
    Interest,
    Lane,
    Notification,
    Preference,
    PushSubscription,
    Rhythm,
    Telling,
)
from driehoek.backbone.notifications.notices import NOTICES, Notice
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.sms.models import SmsStop
from driehoek.facts.people.models import Person
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
VERB = "people.person.measured"
WORLDS = 21  # each kind of news in each lane
BROWSER = {"p256dh": "", "auth": "", "kind": "", "since": NOW}
HATS: list[tuple[Hat, ...]] = [("home",), ("school",), ("home", "school")]
Row = tuple[object, ...]


class World:
    """Everybody in the cast chose something or nothing, and one fact is told; the same for the same seed."""

    def __init__(self, cast: Cast, seed: int) -> None:
        self.cast, self.chance = cast, Random(seed)
        self.people = list(Person.objects.order_by("pk"))
        self.schools = list(cast.schools.values())
        self.wishes, self.rules = list[Preference](), list[HouseRule]()
        for person in self.people:
            self._choose(person)
        Preference.objects.bulk_create(self.wishes)
        for school in self.schools:
            self._decide(school.pk)
        HouseRule.objects.bulk_create(self.rules)
        self.entry = record(VERB, cast.yusuf, by=self._one(self.people), at=NOW)
        self.notice = self._notice([*Category][seed % len(Category)])
        Telling.objects.create(entry=self.entry, due_at=NOW, lane=[*Lane][seed % len(Lane)])

    def _one(self, some: list) -> object:  # type: ignore[type-arg]  # of whatever they are
        return self.chance.choice(some)

    def _choose(self, person: Person) -> None:
        often = self.chance.random
        if often() < 0.3:
            person.email = self._one(["", person.email])
            person.mobile = self._one(["", "06 1234 5678", "0687654321", "030 123 45 67"])
            person.is_active = often() < 0.8
            person.save()
        if often() < 0.3:
            key = self._one([public_key(), "another"])
            PushSubscription.objects.create(
                person=person, fingerprint=str(person.pk), key=key, ended_at=self._one([None, NOW]), **BROWSER
            )
        if often() < 0.3:
            Interest.objects.create(person=person, reach=self._one(["child", "along"]))
        if often() < 0.2:
            DigestTime.objects.create(person=person, weekday=self._one([1, 2, 3]))
        for category in Category:
            for channel in ("email", "push", "sms"):
                for place in self._places() if often() < 0.3 else ():
                    road = {"category": category, "channel": channel, "rhythm": self._one([*Rhythm])}
                    self.wishes.append(Preference(person=person, **road, **place))

    def _places(self) -> list[dict[str, object]]:
        """For everything, for a school, for a child."""
        school, child = self._one(self.schools), self._one([self.cast.yusuf, self.cast.noor, self.cast.lina])
        return self.chance.sample([{}, {"school": school}, {"student": child}], k=2)

    def _decide(self, school: int) -> None:
        for category in Category:
            if self.chance.random() < 0.5:
                self.rules += [
                    HouseRule(school_id=school, category=category, readers=who, offer=self._one([*Offer]))
                    for who in Readers
                ]

    def _notice(self, category: Category) -> Notice:
        school = self._one(self.schools)
        whom = Audience.objects.create(school=school)  # type: ignore[misc]
        whom.lines.create(role=self._one(["", Role.GUARDIAN, Role.STAFF]), school=school)
        belongs = {"group": self.cast.groep_5.pk, "student": self.cast.yusuf.pk}
        about = {name: key for name, key in belongs.items() if self.chance.random() < 0.3}
        return Notice(
            to=whom.people,
            category=category,
            about=About(school=self._one([school.pk, school.pk, None]), **about),  # type: ignore[attr-defined, arg-type]
            hats=self._one(HATS),  # type: ignore[arg-type]
            subject="", paragraphs=(), action="", path="/",
        )  # fmt: skip


@pytest.fixture(autouse=True)
def texting(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is a gateway, and a number that wants nothing from it."""
    monkeypatch.setitem(ROADS, "sms", sms)
    SmsStop.objects.create(number="+31687654321", at=NOW)


@contextmanager
def world(cast: Cast, seed: int) -> Iterator[None]:
    """As long as it lasts."""
    with transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        notice = World(cast, seed).notice
        patch.setitem(NOTICES, VERB, lambda entry: notice)
        yield
        transaction.set_rollback(True)


def written(at: dt.datetime = NOW) -> list[Row]:
    """The fact is told from the beginning: the rows there are then."""
    Notification.objects.all().delete()
    Telling.objects.update(state="waiting", due_at=at)
    while tell_due(at):
        pass
    told = Telling.objects.get()
    assert (told.state, told.expected) == ("done", Delivery.objects.count())
    kept = ("channel", "lane", "rhythm", "state", "due_at", "first_due_at")
    return sorted(Delivery.objects.values_list("notification__person", "notification__category", *kept))


def looked_at_each() -> list[Row]:
    """The same, when nothing is left to the database."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shares, "choosers", lambda *_, **__: Q(pk__isnull=False))
        for road in ROADS.values():
            patch.setattr(road, "LOOKS_AT_EACH", True)
            patch.setattr(road, "reached", lambda: Q(pk__isnull=False))
        return written()


def test_both_ways_write_the_same_rows_in_every_lane_by_every_road(cast: Cast) -> None:
    seen = set[object]()
    for seed in range(WORLDS):
        with world(cast, seed):
            found = written()
            assert found == looked_at_each(), seed
            seen.update(value for row in found for value in row[1:5])
    assert seen >= {"email", "push", "sms", "now", "daily", "weekly", *Lane, *Category}


def forget_who_chose(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(shares, "choosers", lambda *_, **__: Q(pk__in=[]))


def forget_what_schools_decided(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(wishes, "_decided", lambda *_: {})


def forget_how_far_they_look(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(wishes, "_interest_counts", lambda *_: False)


def forget_who_can_be_reached(patch: pytest.MonkeyPatch) -> None:
    for road in ROADS.values():
        patch.setattr(road, "reached", lambda: Q(pk__isnull=False))
        patch.setattr(road, "LOOKS_AT_EACH", False)


FORGETTING = [
    forget_who_chose, forget_what_schools_decided, forget_how_far_they_look, forget_who_can_be_reached
]  # fmt: skip


@pytest.mark.parametrize("forget", FORGETTING)
def test_control_what_is_forgotten_shows(cast: Cast, forget: Callable[[pytest.MonkeyPatch], None]) -> None:
    for seed in range(WORLDS):
        with world(cast, seed), pytest.MonkeyPatch.context() as patch:
            right = looked_at_each()
            forget(patch)
            if right != written():
                return
    pytest.fail("nobody noticed")

"""What became of an urgent notice: how many it reached, how many not yet, and whom it did not reach."""

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import Any  # rows of values()

from django.db.models import Count, Exists, OuterRef, QuerySet

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.fates import arrived, fate_on_a_road
from driehoek.backbone.notifications.models import Delivery, Notification, Telling
from driehoek.facts.people.models import Guardianship, Person
from driehoek.features.alerts.models import Alert, Call

COMES_WITHIN = dt.timedelta(minutes=5)  # mail that goes at all


@dataclass(frozen=True)
class Missed:
    """One adult whom it did not reach, or not yet."""

    person: Person
    children: list[Person]
    was_called: bool
    is_underway: bool


@dataclass(frozen=True)
class Road:
    """How far it is by one road. Of a text the gateway says that a telephone took it; of mail nobody does."""

    channel: str
    done: int
    delivered: int  # of those
    waiting: int
    failed: int


class Following:
    """One notice, for who sent it or leads the school."""

    def __init__(self, alert: Alert, viewer: Viewer) -> None:
        self.alert, self.viewer = alert, viewer

    @cached_property
    def _entry(self) -> Entry:
        return self.alert.entry

    @cached_property
    def _telling(self) -> str | None:
        """Whether it is written down who hears it."""
        return Telling.objects.filter(entry=self._entry).values_list("state", flat=True).first()

    @property
    def is_stuck(self) -> bool:
        """It broke before anybody was told: she must use the telephone."""
        return self._telling == Telling.State.PARKED

    @cached_property
    def _adults(self) -> QuerySet[Notification, Any]:
        """With what became of it; a child without a telephone is not counted."""
        grown = Seat.objects.on(self.viewer.today).filter(role__in=[Role.GUARDIAN, Role.STAFF])
        told = Notification.objects.filter(entry=self._entry, person__in=grown.values("person"))
        sent = Delivery.objects.filter(notification=OuterRef("pk"))
        told = told.annotate(
            arrived=Exists(sent.filter(arrived())),
            waits=Exists(sent.filter(state=Delivery.State.WAITING)),
            has_road=Exists(sent),
        )
        return told.values_list("person", "arrived", "waits", "has_road")

    @cached_property
    def counts(self) -> dict[str, int]:
        found = Counter(
            "arrived" if arrived else "waiting" if waits else "failed" if has_road else "no_road"
            for _person, arrived, waits, has_road in self._adults
        )
        return {name: found[name] for name in ("arrived", "waiting", "failed", "no_road")}

    @property
    def number_missed(self) -> int:
        return self.counts["failed"] + self.counts["no_road"]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def is_busy(self) -> bool:
        return self._telling == Telling.State.WAITING or bool(self.counts["waiting"])

    @cached_property
    def roads(self) -> list[Road]:
        sent = Delivery.objects.filter(notification__entry=self._entry).annotate(fate=fate_on_a_road())
        found = defaultdict[str, Counter[str]](Counter)
        for channel, fate, number in sent.values_list("channel", "fate").annotate(number=Count("pk")):
            found[channel][fate] = number
        return [
            Road(
                channel,
                done=fates["done"] + fates["delivered"],
                delivered=fates["delivered"],
                waiting=fates["waiting"],
                failed=fates["failed"],
            )
            for channel, fates in sorted(found.items())
        ]

    @property
    def is_early(self) -> bool:
        """What is underway may still come by itself, and nobody need call for it."""
        return self.viewer.now < self.alert.at + COMES_WITHIN

    @cached_property
    def _underway(self) -> set[int]:
        return {person for person, arrived, waits, _road in self._adults if waits and not arrived}

    @cached_property
    def _missed(self) -> list[int]:
        """Also who waits too long: on a bad day that may be everybody, and a telephone does not wait."""
        missed = [person for person, arrived, _waits, _road in self._adults if not arrived]
        return [person for person in missed if not (self.is_early and person in self._underway)]

    @property
    def there_are_missed(self) -> bool:
        return bool(self._missed)

    @cached_property
    def missed(self) -> list[Missed]:
        """Those whom this viewer may reach, with their telephones; four queries, however many."""
        people = rows(Person, self.viewer, may="reach").filter(pk__in=self._missed)
        found = list(people.order_by("family_name", "given_name", "pk"))
        called = set(Call.objects.filter(alert=self.alert).values_list("person", flat=True))
        children = _children(found, self.viewer)
        return [
            Missed(person, children[person.pk], person.pk in called, person.pk in self._underway)
            for person in found
        ]

    @cached_property
    def colleagues(self) -> list[Person]:
        """Who works there and did not get it: the school knows how to reach them."""
        listed = {one.person.pk for one in self.missed}
        here = Seat.objects.on(self.viewer.today).filter(role=Role.STAFF, school=self.alert.school)
        found = Person.objects.filter(pk__in=here.values("person")).filter(pk__in=self._missed)
        return list(found.exclude(pk__in=listed).order_by("family_name", "given_name", "pk"))

    @property
    def out_of_sight(self) -> int:
        """So many more, whom others must call."""
        return len(self._missed) - len(self.missed) - len(self.colleagues)

    @property
    def to_call(self) -> int:
        return sum(1 for one in self.missed if not one.was_called)


def _children(guardians: list[Person], viewer: Viewer) -> dict[int, list[Person]]:
    """By guardian; only children whom the viewer may know."""
    links = Guardianship.objects.on(viewer.today).filter(guardian__in=guardians)
    links = links.filter(student__in=rows(Person, viewer, may="know").values("pk"))
    children = defaultdict[int, list[Person]](list)
    for link in links.select_related("student").order_by("student__given_name", "pk"):
        children[link.guardian_id].append(link.student)
    return children

"""Why a message must not go, asked right before it would. No network and no writing here."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet, Value

from driehoek.backbone.access.prepared import prepared
from driehoek.backbone.notifications.channels.roads import ROADS, address_of
from driehoek.backbone.notifications.fates import READ_ALONG
from driehoek.backbone.notifications.models import Delivery, Lane, Refusal, Rhythm
from driehoek.backbone.notifications.notices import Notice
from driehoek.backbone.notifications.receiver import Receiver
from driehoek.backbone.notifications.wishes import rhythms
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Protection, Restriction


@dataclass(frozen=True)
class _One:
    """The question about one delivery; prepared, it is put together once."""

    channel: str

    def __call__(self, pk: int, day: dt.date) -> QuerySet[Delivery]:
        return with_facts(self.channel, day).filter(pk=pk)


def as_it_is_now(pk: int, channel: str, now: dt.datetime) -> Delivery:
    """A delivery with everything that is known about it at this moment."""
    (fresh,) = prepared(_One(channel), pk, day_of(now))
    delivery: Delivery = fresh
    return delivery


def with_facts(channel: str, day: dt.date) -> QuerySet[Delivery]:
    """Deliveries with the person, the entry, what is known about the address, and whether a child of hers
    must stay hidden, in one query."""
    people = Delivery.objects.select_related("notification__person", "notification__entry")
    hidden = Protection.objects.filter(student__guardians__guardian=OuterRef("notification__person"))
    known = known_address("notification__person", channel, day) | {"hides_a_child": Exists(hidden)}
    return people.annotate(**known)


def known_address(person: str, channel: str, day: dt.date) -> dict[str, Exists | Value]:
    """Whether a server refused the address of this person, and so often that we call it wrong; and whether
    somebody reads along who must not come near her child."""
    address = OuterRef(f"{person}__{ROADS[channel].ADDRESS}")
    refused = Refusal.objects.filter(channel=channel, address=address)
    wrong = Refusal.wrong_addresses(channel).filter(address=address)
    along = Restriction.objects.reading_along(OuterRef(person), address, day)
    is_hers = not ROADS[channel].CARRIES_WORDS  # a telephone of her own, and it says only that there is news
    return {
        "was_refused": Exists(refused),
        "address_is_wrong": Exists(wrong),
        "is_read_along": Value(value=False) if is_hers else Exists(along),
    }


def hindrance(delivery: Delivery, notice: Notice | None, rhythm: Rhythm, receiver: Receiver) -> str:
    """The reason not to send, in one word for our own notes; empty when nothing is in the way. Whoever must
    not come near her child may open the same mailbox: then it is read along."""
    person, entry = receiver.person, delivery.notification.entry
    if delivery.notification.read_at:
        return "read"
    if notice is None or notice.is_over(receiver.now):
        return "withdrawn"
    if not person.is_active:
        return "inactive"
    if not address_of(person, delivery.channel):
        return "no_address"
    if delivery.address_is_wrong:
        return "address_is_wrong"
    if rhythm == Rhythm.OFF:
        return "unwanted"
    if not receiver.may_see(entry, notice):
        return "access"
    return READ_ALONG if delivery.is_read_along else ""


def rhythm_of(delivery: Delivery, notice: Notice, now: dt.datetime) -> Rhythm:
    """How soon she wants to hear of this, as she chooses now."""
    person = delivery.notification.person_id
    return rhythms_of(delivery, notice, {person}, now)[person]


def rhythms_of(delivery: Delivery, notice: Notice, people: set[int], now: dt.datetime) -> dict[int, Rhythm]:
    """The same of all these people. What is urgent comes anyhow."""
    if delivery.lane == Lane.URGENT:
        return dict.fromkeys(people, Rhythm.NOW)
    kind, road = notice.category, delivery.channel
    return rhythms(people, notice.about, day_of(now), category=kind, channel=road, hats=notice.hats)

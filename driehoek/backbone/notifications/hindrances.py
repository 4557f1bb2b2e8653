"""Why a message must not go, asked right before it would. No network and no writing here."""

import datetime as dt

from django.db.models import Exists, OuterRef, QuerySet

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.channels.roads import ROADS, address_of
from driehoek.backbone.notifications.models import Delivery, Lane, Refusal, Rhythm
from driehoek.backbone.notifications.notices import Notice
from driehoek.backbone.notifications.wishes import rhythms
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person, Restriction


def with_facts(channel: str) -> QuerySet[Delivery]:
    """Deliveries with the person, the entry, and what is known about the address, in one query."""
    address = OuterRef(f"notification__person__{ROADS[channel].ADDRESS}")
    refused = Refusal.objects.filter(channel=channel, address=address)
    wrong = Refusal.wrong_addresses(channel).filter(address=address)
    people = Delivery.objects.select_related("notification__person", "notification__entry")
    return people.annotate(  # type: ignore[no-redef]  # the model declares them, for whoever reads them
        was_refused=Exists(refused), address_is_wrong=Exists(wrong)
    )


def hindrance(delivery: Delivery, notice: Notice | None, now: dt.datetime) -> str:
    """The reason not to send, in one word for our own notes; empty when nothing is in the way."""
    person, entry = delivery.notification.person, delivery.notification.entry
    if delivery.notification.read_at:
        return "read"
    if notice is None or (notice.ends_at and now >= notice.ends_at):
        return "withdrawn"
    if not person.is_active:
        return "inactive"
    if not address_of(person, delivery.channel):
        return "no_address"
    if delivery.address_is_wrong:
        return "address_is_wrong"
    if rhythm_of(delivery, notice, now) == Rhythm.OFF:
        return "unwanted"
    if not may_see(person, entry, notice, now) or is_read_along(delivery, now):
        return "access"
    return ""


def rhythm_of(delivery: Delivery, notice: Notice, now: dt.datetime) -> Rhythm:
    """How soon she wants to hear of this, as she chooses now. What is urgent comes anyhow."""
    if delivery.lane == Lane.URGENT:
        return Rhythm.NOW
    person, day = delivery.notification.person_id, day_of(now)
    found = rhythms(
        [person], notice.about, day, category=notice.category, channel=delivery.channel, hats=notice.hats
    )
    return found[person]


def is_read_along(delivery: Delivery, now: dt.datetime) -> bool:
    """Whether somebody who must not come near her child would open it: the mailbox is also his."""
    person = delivery.notification.person
    address = address_of(person, delivery.channel)
    return Restriction.objects.reading_along(person, address, day_of(now)).exists()


def may_see(person: Person, entry: Entry, notice: Notice, now: dt.datetime) -> bool:
    """Whether she could open the page it is about right now, with one of her hats on."""
    subject = entry.subject
    if subject is None:
        return False
    viewers = (Viewer(person, hat, now) for hat in notice.hats)
    return any(rows(type(subject), viewer, may="see").filter(pk=subject.pk).exists() for viewer in viewers)

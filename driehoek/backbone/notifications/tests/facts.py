"""What happens in ten weeks, known by a word of its own, and how long it is of use."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.models import Delivery
from driehoek.backbone.notifications.preferences import COLLECTING
from driehoek.facts.people.models import Person

WORD = re.compile(r"feit\d{3}")


@dataclass
class Fact:
    child: Person
    kind: Category
    gone_at: dt.datetime | None = None
    ends_at: dt.datetime | None = None


def word_of(entry: Entry) -> str:
    return f"feit{int(entry.verb.rpartition('praised')[2]):03}"


def waiting_in_vain(facts: Mapping[str, Fact], now: dt.datetime) -> Iterator[str]:
    """What is collected for a digest that comes when it is over."""
    collected = Delivery.objects.filter(state="collected", digest=None, channel__in=COLLECTING)
    for one in collected.filter(due_at__gt=now).select_related("notification__entry"):
        word = word_of(one.notification.entry)
        ends_at = facts[word].ends_at
        if ends_at and now < ends_at <= one.due_at:
            yield f"{word} is over before the digest it waits for"

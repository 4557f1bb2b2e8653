"""Whom no mail reaches any more, or not all of it, and sending to her again."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, Max, Q

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import record
from driehoek.backbone.letterbox.models import Complaint
from driehoek.backbone.notifications.channels.roads import address_of
from driehoek.backbone.notifications.models import Refusal
from driehoek.facts.people.models import Guardianship, Person

CHANNEL = "email"


@dataclass(frozen=True)
class Unreached:
    """A parent whose address was refused so often that nothing is sent to it."""

    person: Person
    children: list[Person]
    address: str
    refused_on: dt.date  # for the last time


@dataclass(frozen=True)
class Unwanted:
    """A parent whose mail program called mail unwanted, so that those kinds do not come any more."""

    person: Person
    children: list[Person]
    kinds: list[str]


def unreached_by(viewer: Viewer) -> list[Unreached]:
    """The parents this viewer must be able to reach and no mail does; three queries, however many."""
    people = rows(Person, viewer, may="reach").filter(email__in=Refusal.wrong_addresses(CHANNEL))
    found = {person.pk: person for person in people.order_by("given_name", "family_name", "pk")}
    refused = Refusal.objects.filter(channel=CHANNEL, address__in=[p.email for p in found.values()])
    last = dict(refused.values_list("address").annotate(last=Max("day")))
    children = _children(found, viewer) if found else {}
    return [
        Unreached(person, children[key], person.email, last[person.email]) for key, person in found.items()
    ]


def unwanted_by(viewer: Viewer) -> list[Unwanted]:
    """The same of who may not know that she ended it; three queries."""
    kinds = defaultdict[int, list[str]](list)
    for complaint in Complaint.objects.lately(viewer.now):
        kinds[complaint.person_id].append(complaint.get_category_display())
    people = rows(Person, viewer, may="reach").filter(pk__in=list(kinds))
    found = {person.pk: person for person in people.order_by("given_name", "family_name", "pk")}
    children = _children(found, viewer) if found else {}
    return [Unwanted(person, children[key], kinds[key]) for key, person in found.items()]


def _children(guardians: dict[int, Person], viewer: Viewer) -> dict[int, list[Person]]:
    """By guardian; only children whom the viewer may know."""
    links = Guardianship.objects.on(viewer.today).filter(guardian__in=guardians)
    links = links.filter(student__in=rows(Person, viewer, may="know").values("pk"))
    children: dict[int, list[Person]] = defaultdict(list)
    for link in links.select_related("student").order_by("student__given_name", "pk"):
        children[link.guardian_id].append(link.student)
    return children


def count_of(viewer: Viewer) -> int:
    is_missed = Q(email__in=Refusal.wrong_addresses(CHANNEL))
    is_missed |= Q(pk__in=Complaint.objects.lately(viewer.now).values("person"))
    found = rows(Person, viewer, may="reach").filter(is_missed)
    return int(found.aggregate(n=Count("pk", distinct=True))["n"])


@transaction.atomic
def try_again(person: Person, *, by: Person, at: dt.datetime) -> None:
    """She says that her mailbox takes mail again. What was refused before no longer counts."""
    gone, _rows = Refusal.objects.filter(channel=CHANNEL, address=address_of(person, CHANNEL)).delete()
    if gone:
        record("unreached.address.tried_again", person, by=by, at=at)

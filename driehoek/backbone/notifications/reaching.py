"""By which roads people can be reached at this moment, before anything is sent: the same questions that are
asked when a message would go."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection

from driehoek.backbone.notifications.channels.roads import ROADS
from driehoek.backbone.notifications.models import Refusal
from driehoek.facts.people.models import Guardianship, Person, Restriction
from driehoek.facts.people.telephones import normal


def roads_to(people: Collection[Person], day: dt.date) -> dict[int, set[str]]:
    """Of each person the roads that lead to her, perhaps none; as many questions, however many people."""
    closed = _read_by_others(people, day)
    found: dict[int, set[str]] = {person.pk: set() for person in people}
    for channel in ROADS:
        wrong = set(Refusal.wrong_addresses(channel).values_list("address", flat=True))
        for person, address in ROADS[channel].reach(people).items():
            if address not in wrong and address.lower() not in closed[person]:
                found[person].add(channel)
    return found


def _read_by_others(people: Collection[Person], day: dt.date) -> dict[int, set[str]]:
    """Addresses at which somebody reads along who must not come near her child, or near herself."""
    keys = {person.pk for person in people}
    theirs = Guardianship.objects.filter(guardian__in=keys).values("student")
    blocks = Restriction.objects.on(day).filter(kind=Restriction.Kind.NO_ACCESS)
    blocks = (blocks.filter(student__in=theirs) | blocks.filter(student__in=keys)).distinct()
    rows = list(blocks.values_list("student", "adult", "adult__email", "adult__mobile"))
    around = defaultdict[int, set[int]](set)
    ties = Guardianship.objects.filter(student__in={row[0] for row in rows})
    for guardian, student in ties.values_list("guardian", "student"):
        around[student].add(guardian)
    closed = defaultdict[int, set[str]](set)
    for student, adult, email, mobile in rows:
        for person in (around[student] | {student}) - {adult}:
            closed[person] |= {address for address in (email.lower(), normal(mobile)) if address}
    return closed

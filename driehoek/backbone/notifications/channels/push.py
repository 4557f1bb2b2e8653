"""A notice on a telephone: sealed for its browser alone, and saying no more than that it is there."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any  # the sender, which is loaded when something is to be sent

from django.db.models import Exists, OuterRef, Q
from django.utils.module_loading import import_string

from driehoek.backbone.access.prepared import prepared
from driehoek.backbone.notifications.channels.keys import secrets
from driehoek.backbone.notifications.channels.outcome import Gone, Later, Never
from driehoek.backbone.notifications.channels.parcel import Bell
from driehoek.backbone.notifications.models.subscription import PushSubscription, Subscriptions
from driehoek.facts.people.models import Person

ADDRESS, CARRIES_WORDS, LOOKS_AT_EACH = "email", False, False
SENDER = "driehoek.backbone.notifications.channels.sealing.Sender"  # brings an HTTP client along


def reach(people: Iterable[Person]) -> dict[int, str]:
    keys = [person.pk for person in people]
    known = listening(tuple(secrets())).filter(person__in=keys).values_list("person", flat=True)
    return {key: str(key) for key in known}


def reached() -> Q:
    return Q(Exists(listening(tuple(secrets())).filter(person=OuterRef("pk"))))


def listening(ours: tuple[str, ...]) -> Subscriptions:
    """Browsers that ring, and that listen to a key we have."""
    return PushSubscription.objects.ringing().filter(key__in=ours)


def of_person(person: int, ours: tuple[str, ...]) -> Subscriptions:
    return listening(ours).filter(person=person)


@contextmanager
def line() -> Iterator[Any]:
    sender = import_string(SENDER)()
    try:
        yield sender
    finally:
        sender.close()


def bring(sender: Any, bell: Bell) -> None:
    """To each of her devices; one that took it is enough. What a browser threw away is forgotten."""
    taken, busy = 0, None
    for one in prepared(of_person, int(bell.address), tuple(secrets())):
        try:
            sender.send(one, bell)
            taken += 1
        except Never:
            one.delete()
        except Later as later:
            busy = later
    if taken:
        return
    if busy:
        raise busy
    raise Gone("gone")

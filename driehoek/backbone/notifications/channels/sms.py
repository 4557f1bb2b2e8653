"""Text messages: few words without names, and a link that opens one page."""

from collections.abc import Iterable
from contextlib import AbstractContextManager

from django.db.models import Q

from driehoek.backbone.notifications.channels.outcome import Later, Never, Unreachable
from driehoek.backbone.notifications.channels.parcel import Parcel
from driehoek.backbone.sms.gateway import Gateway, gateway, mobile_number
from driehoek.backbone.sms.models import SmsStop
from driehoek.backbone.sms.outcome import Away, Busy, Refused
from driehoek.facts.people.models import Person

ADDRESS, CARRIES_WORDS, LOOKS_AT_EACH = "mobile", True, True


def reach(people: Iterable[Person]) -> dict[int, str]:
    """The numbers as the world writes them; not of who answered STOP."""
    found = {person.pk: number for person in people if (number := mobile_number(person.mobile))}
    stopped = SmsStop.among(set(found.values()))
    return {person: number for person, number in found.items() if number not in stopped}


def reached() -> Q:
    return ~Q(mobile="")


def line() -> AbstractContextManager[Gateway]:
    return gateway()


def bring(connection: Gateway, parcel: Parcel) -> None:
    """One message of a batch. Raises Later, Unreachable or Never."""
    try:
        connection.text(parcel.address, parcel.rendered.text, reference=str(parcel.message_id))
    except Away as gone:
        raise Unreachable(gone.reason) from None
    except Busy as busy:
        raise Later(busy.reason) from None
    except Refused as refused:
        raise Never(refused.reason) from None

"""The one door: whatever the road, a letter comes in as bytes and is kept before anybody says thank you."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from driehoek.backbone.letterbox import jobs
from driehoek.backbone.letterbox.letters import Letter
from driehoek.backbone.letterbox.models import Arrival
from driehoek.backbone.notifications.return_addresses import behind, is_our_mailbox, ours_in

LARGEST = 25 * 1024 * 1024  # bytes of one letter, files and all
HEADERS = (  # where a mailbox writes for whom a letter came
    "To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Forwarded-To",
)  # fmt: skip


def takes(address: str) -> bool:
    """Whether there is anybody behind this address."""
    return is_our_mailbox(address) or any(behind(one) for one in ours_in(address))


def addressed_to(letter: Letter) -> list[str]:
    """For which addresses of ours it came, when there is no envelope that says so."""
    named = " ".join(letter.header(name) for name in HEADERS)
    return ours_in(named)


@transaction.atomic
def receive(raw: bytes, addresses: Iterable[str], *, at: dt.datetime, is_cut: bool = False) -> int:
    """Keep it once for each address; gives how many were new. What came before is not kept again."""
    letter, kept = Letter(raw), 0
    for address in dict.fromkeys(addresses):
        key = (ours_in(address) or [address.strip("<> ").lower()])[0]
        kept += Arrival.keep(raw, address=key, message_id=letter.message_id, at=at, is_cut=is_cut)
    if kept:
        transaction.on_commit(jobs.handle.enqueue)
    return kept

"""What is brought to one person."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from driehoek.backbone.notifications.letter import Rendered


@dataclass(frozen=True)
class Parcel:
    """The address, the words, a number that stays the same for every try, and where to end this kind."""

    address: str
    rendered: Rendered
    message_id: UUID
    stop_url: str
    reply_to: str = ""
    return_path: str = ""  # where servers say that it did not arrive


@dataclass(frozen=True)
class Bell:
    """Only that there is something, for a road that carries no words; `at` is now."""

    address: str
    message_id: UUID
    at: dt.datetime
    urgency: str = "normal"  # "high" wakes a telephone that sleeps

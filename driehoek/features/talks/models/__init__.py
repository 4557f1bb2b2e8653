"""What is kept about talks."""

from driehoek.features.talks.models.pledge import Outcome, Pledge, PledgeOutcome, PledgeReminder, PledgeYes
from driehoek.features.talks.models.side import Side
from driehoek.features.talks.models.talk import Cancellation, Kind, LeftOut, Talk, TalkReminder

__all__ = [
    "Cancellation",
    "Kind",
    "LeftOut",
    "Outcome",
    "Pledge",
    "PledgeOutcome",
    "PledgeReminder",
    "PledgeYes",
    "Side",
    "Talk",
    "TalkReminder",
]

"""What a school opens, what three agreed on, and what a student says about it."""

from driehoek.facts.looking.models.agreement import (
    LookAlong,
    Mode,
    NotSigned,
    Reason,
    Side,
    Signature,
    Step,
)
from driehoek.facts.looking.models.answer import StepAnswer
from driehoek.facts.looking.models.extra import ExtraLook
from driehoek.facts.looking.models.objection import Objection, Weighing
from driehoek.facts.looking.models.switch import KindSwitch, opened, opens_at_first, shuts

__all__ = [
    "ExtraLook",
    "KindSwitch",
    "LookAlong",
    "Mode",
    "NotSigned",
    "Objection",
    "Reason",
    "Side",
    "Signature",
    "Step",
    "StepAnswer",
    "Weighing",
    "opened",
    "opens_at_first",
    "shuts",
]

"""What is kept about early signals: the rules of a school, and what a mentor did. Never a signal itself."""

from driehoek.features.noticing.models.answers import Invitation, SetAside
from driehoek.features.noticing.models.talk_rule import TalkRule, What

__all__ = ["Invitation", "SetAside", "TalkRule", "What"]

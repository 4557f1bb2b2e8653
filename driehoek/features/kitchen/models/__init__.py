"""What was asked, thought over and talked about at the kitchen table."""

from driehoek.features.kitchen.models.reflection import Reflection, ReflectionVoice
from driehoek.features.kitchen.models.talked import Talked
from driehoek.features.kitchen.models.wish import Wish, WishVoice

__all__ = ["Reflection", "ReflectionVoice", "Talked", "Wish", "WishVoice"]

"""Who talked about a question."""

from driehoek.features.kitchen.models.talked import Talked

__all__ = ["Talked"]

"""Who sits where, and whom a thing is for. The two halves of every access question."""

from driehoek.backbone.access.models.audience import Audience, AudienceLine
from driehoek.backbone.access.models.seat import Role, Seat

__all__ = ["Audience", "AudienceLine", "Role", "Seat"]

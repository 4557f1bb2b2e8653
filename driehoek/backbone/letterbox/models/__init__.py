"""A letter that came in, what its sender hears of it, and who complained."""

from driehoek.backbone.letterbox.models.arrival import Arrival
from driehoek.backbone.letterbox.models.complaint import Complaint
from driehoek.backbone.letterbox.models.response import Response

__all__ = ["Arrival", "Complaint", "Response"]

"""What of absences can be translated by hand: the words on the sheets of leave and of a swapped day."""

from driehoek.backbone.translation.translating import translatable
from driehoek.features.absences.models import LeaveRequest, SwapRequest

translatable("verlof", LeaveRequest, lambda asked: asked.texts)
translatable("ruildag", SwapRequest, lambda asked: asked.texts)

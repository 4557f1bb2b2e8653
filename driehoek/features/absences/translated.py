"""What of absences can be translated by hand: the words on the sheet of a leave."""

from driehoek.backbone.translation.translating import translatable
from driehoek.features.absences.models import LeaveRequest

translatable("verlof", LeaveRequest, lambda asked: asked.texts)

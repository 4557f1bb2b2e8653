"""What was spoken about leave: by who asks for it, and by the head beside her decision."""

from django.db import models

from driehoek.backbone.media.models import Voice


class LeaveVoice(Voice):
    """As private as the words on the sheet: who asked, and who decides."""

    CARRIER = "request"

    request = models.OneToOneField("absences.LeaveRequest", models.CASCADE, related_name="+")


class DecisionVoice(Voice):
    """A decision is taken in writing; the voice explains it."""

    CARRIER = "decision"

    decision = models.OneToOneField("absences.LeaveDecision", models.CASCADE, related_name="+")

"""Cases and what was decided, traces of words that are gone, silences, and the code of conduct."""

from driehoek.backbone.moderation.models.case import (
    Case,
    CaseAttachment,
    Hiding,
    Outcome,
    Reason,
    Report,
    Verdict,
)
from driehoek.backbone.moderation.models.conduct import Acceptance, Conduct
from driehoek.backbone.moderation.models.silence import Silence
from driehoek.backbone.moderation.models.trace import Trace

__all__ = [
    "Acceptance",
    "Case",
    "CaseAttachment",
    "Conduct",
    "Hiding",
    "Outcome",
    "Reason",
    "Report",
    "Silence",
    "Trace",
    "Verdict",
]

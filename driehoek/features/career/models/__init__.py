"""What was given to a student, what she and her home said about it, and what she brings to a talk."""

from driehoek.features.career.models.assignment import Assignment, TakenBack
from driehoek.features.career.models.outcome import Brought, Outcome, OutcomeVoice

__all__ = ["Assignment", "Brought", "Outcome", "OutcomeVoice", "TakenBack"]

"""What becomes of a roster, and the line to the system that one may come from."""

from driehoek.features.rosters.models.connection import Connection, Cursor, Run
from driehoek.features.rosters.models.upload import ColumnChoices, Decision, Proposal, Refusal, Upload

__all__ = ["ColumnChoices", "Connection", "Cursor", "Decision", "Proposal", "Refusal", "Run", "Upload"]

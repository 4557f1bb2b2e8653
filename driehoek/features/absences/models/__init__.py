"""What is kept about the daily arrangements."""

from driehoek.features.absences.models.absence import MISSED, Absence, Withdrawal
from driehoek.features.absences.models.export import Export, ExportLine
from driehoek.features.absences.models.leave import (
    Ground,
    LeaveDecision,
    LeaveForwarding,
    LeaveRequest,
    LeaveReversal,
    LeaveWithdrawal,
)
from driehoek.features.absences.models.list_seen import LISTED_GROUPS, ListAlarm, ListSeen
from driehoek.features.absences.models.morning import MorningAnswer, MorningQuestion
from driehoek.features.absences.models.own_word import Meaning, OwnWord
from driehoek.features.absences.models.pickup import Pickup
from driehoek.features.absences.models.reason import Reason
from driehoek.features.absences.models.report import Report
from driehoek.features.absences.models.source_line import SourceLine
from driehoek.features.absences.models.swap import (
    SwapDay,
    SwapDecision,
    SwapRequest,
    SwapReversal,
    SwapWithdrawal,
)
from driehoek.features.absences.models.swap_terms import SwapTerms
from driehoek.features.absences.models.upload import ColumnChoices, Outcome, Upload
from driehoek.features.absences.models.voice import DecisionVoice, LeaveVoice

__all__ = [
    "LISTED_GROUPS",
    "MISSED",
    "Absence",
    "ColumnChoices",
    "DecisionVoice",
    "Export",
    "ExportLine",
    "Ground",
    "LeaveDecision",
    "LeaveForwarding",
    "LeaveRequest",
    "LeaveReversal",
    "LeaveVoice",
    "LeaveWithdrawal",
    "ListAlarm",
    "ListSeen",
    "Meaning",
    "MorningAnswer",
    "MorningQuestion",
    "Outcome",
    "OwnWord",
    "SourceLine",
    "Pickup",
    "Reason",
    "Report",
    "SwapDay",
    "SwapDecision",
    "SwapRequest",
    "SwapReversal",
    "SwapTerms",
    "SwapWithdrawal",
    "Upload",
    "Withdrawal",
]

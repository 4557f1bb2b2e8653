"""What is kept about talks."""

from driehoek.features.talks.models.along import AskedAlong, Companion, CompanionKind, HomeOpened
from driehoek.features.talks.models.aloud import Aloud, NotesVoice, RecordVoice
from driehoek.features.talks.models.answer import Answer, AnswerVoice, HomeSituation, HomeVoice, Question
from driehoek.features.talks.models.contact import ContactCheck
from driehoek.features.talks.models.cycle import CycleStep
from driehoek.features.talks.models.pledge import Outcome, Pledge, PledgeOutcome, PledgeReminder, PledgeYes
from driehoek.features.talks.models.point import Point, PointVoice, Subject
from driehoek.features.talks.models.record import StaffNote, TalkNotes, TalkRecord
from driehoek.features.talks.models.side import Side
from driehoek.features.talks.models.talk import Cancellation, Kind, LeftOut, Talk, TalkReminder

__all__ = [
    "Aloud",
    "Answer",
    "AnswerVoice",
    "AskedAlong",
    "Cancellation",
    "Companion",
    "CompanionKind",
    "ContactCheck",
    "CycleStep",
    "HomeOpened",
    "HomeSituation",
    "HomeVoice",
    "Kind",
    "LeftOut",
    "NotesVoice",
    "Outcome",
    "Pledge",
    "PledgeOutcome",
    "PledgeReminder",
    "PledgeYes",
    "Point",
    "PointVoice",
    "Question",
    "RecordVoice",
    "Side",
    "StaffNote",
    "Subject",
    "Talk",
    "TalkNotes",
    "TalkRecord",
    "TalkReminder",
]

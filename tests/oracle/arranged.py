"""Reads what home and school arrange by the day, and what comes by mail and by telephone, for the oracle."""

from driehoek.backbone.letterbox.models import Complaint, Response
from driehoek.backbone.notifications.models import PaperLetter, PushSubscription
from driehoek.facts.people.models import NearPerson
from driehoek.features.absences.models import (
    Absence,
    DecisionVoice,
    LeaveRequest,
    LeaveVoice,
    SwapDay,
    SwapRequest,
    Upload,
)  # fmt: skip
from driehoek.features.career.models import OutcomeVoice
from driehoek.features.corrections.models import Correction
from driehoek.features.dayreports.models import DayVoice
from driehoek.features.kitchen.models import ReflectionVoice, WishVoice
from driehoek.features.languages.models import InterpreterRequest
from driehoek.features.noticing.models import SetAside
from driehoek.features.portfolio.models import GoalVersionVoice, GoalVoice
from driehoek.features.results.models import Result
from driehoek.features.talks.models import AnswerVoice, HomeVoice, NotesVoice, PointVoice, RecordVoice
from driehoek.features.timeline.models import Milestone
from driehoek.features.timetable.models import Lesson
from tests.oracle.rules import World
from tests.oracle.tables import gathered, keyed, rows


def arrangements() -> World:
    where = {"child": "student_id", "school": "school_id"}
    return {
        "absences": keyed(Absence, **where),
        "uploads": keyed(Upload, school="school_id"),
        "leave_requests": keyed(LeaveRequest, by="by_id", **where),
        "swaps": keyed(SwapRequest, child="student_id", group="group_id", by="by_id"),
        "swap_days": keyed(SwapDay, child="student_id", group="group_id"),
        "near": keyed(NearPerson, child="student_id", by="named_by_id", agreed="answer__is_agreed"),
        "corrections": keyed(Correction, person="person_id", field="field", answered="answer__is_accepted"),
        "phones": keyed(PushSubscription, person="person_id"),
        "carried": keyed(PaperLetter, child="student_id", group="group_id"),
        "results": keyed(
            Result, out_at="moment__opens_at", home_at="moment__home_at", shown="telling__is_shown", **where
        ),
        "lessons": keyed(Lesson, group="group_id"),
        "milestones": keyed(
            Milestone, child="student_id", school="school_id", home_at="home_at", kind="kind"
        ),
        "set_aside": keyed(SetAside, by="by_id", child="student_id"),
        "interpreters": keyed(InterpreterRequest, person="person_id", school="school_id"),
    } | mailed()


def heard(attachments: World) -> None:
    """With which leave, asked or decided, and with which day each of them was spoken."""
    carriers = {
        "leaves": (LeaveVoice, "request_id"),
        "decided": (DecisionVoice, "decision__request_id"),
        "days": (DayVoice, "report_id"),
        "sides": (AnswerVoice, "answer_id"),
        "homes": (HomeVoice, "situation_id"),
        "raised": (PointVoice, "point_id"),
        "noted": (NotesVoice, "notes_id"),
        "recorded": (RecordVoice, "made_id"),
        "aims": (GoalVoice, "goal_id"),
        "aimed": (GoalVersionVoice, "version__goal_id"),
        "wished": (WishVoice, "wish_id"),
        "reflections": (ReflectionVoice, "reflection_id"),
        "outcomes": (OutcomeVoice, "outcome_id"),
    }
    for name, (model, field) in carriers.items():
        spoken = gathered(model, "attachment_id", field)
        for key, one in attachments.items():
            one[name] = spoken.get(key, set())


def mailed() -> World:
    return {
        "letters": {row["key"]: row for row in rows(Response, key="arrival_id", person="person_id")},
        "responses": keyed(Response, person="person_id"),
        "complaints": keyed(Complaint, person="person_id"),
    }

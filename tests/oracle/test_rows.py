"""The rows that the policy gives, straight from either database, are those that the oracle allows.

The pages on which they stand are read by everybody on SQLite (test_sweep.py), and by a few on PostgreSQL.
"""

from collections.abc import Iterable

import pytest
from django.db.models import Model

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.letterbox.models import Complaint, Response
from driehoek.backbone.media.models import Attachment, Photo, PhotoTag
from driehoek.backbone.moderation.models import Case
from driehoek.backbone.notifications.models import PushSubscription
from driehoek.facts.looking.models import ExtraLook, Objection, Reason
from driehoek.facts.people.models import Portrait
from driehoek.features.absences.models import Absence, LeaveRequest, SwapDay, SwapRequest, Upload
from driehoek.features.career.models import Assignment, Outcome
from driehoek.features.conversations.models import Conversation, Message
from driehoek.features.corrections.models import Correction
from driehoek.features.dayreports.models import DayReport
from driehoek.features.feed.models import AskMe, Comment, Post, SharedQuestion
from driehoek.features.introductions.models import Trait
from driehoek.features.kitchen.models import Reflection, Talked, Wish
from driehoek.features.languages.models import InterpreterRequest
from driehoek.features.newsletters.models import Block
from driehoek.features.noticing.models import SetAside
from driehoek.features.portfolio.models import Bundle, Echo, Goal, Parcel, Period, Standing, Work
from driehoek.features.pulse.models import Sentence, Side
from driehoek.features.questions.models import Answer as QuestionAnswer
from driehoek.features.questions.models import Question
from driehoek.features.results.models import Result
from driehoek.features.stories.models import Story
from driehoek.features.talks.models import (
    Answer,
    AskedAlong,
    Companion,
    ContactCheck,
    CycleStep,
    HomeSituation,
    Pledge,
    Point,
    StaffNote,
    Talk,
    TalkNotes,
    TalkRecord,
)
from driehoek.features.timeline.models import Milestone
from driehoek.features.timetable.models import Lesson
from driehoek.surfaces.discussed.models import PointResult, PointWork
from tests.cast import NOW
from tests.oracle.blocks import is_anybodys
from tests.oracle.extract import world_now
from tests.oracle.life import Life
from tests.oracle.reading import TABLES
from tests.oracle.test_sweep import READERS

MODELS: dict[str, type[Model]] = {
    "posts": Post, "comments": Comment, "photos": Photo, "tags": PhotoTag, "attachments": Attachment,
    "messages": Message,
    "talks": Conversation, "questions": SharedQuestion, "days": DayReport, "absences": Absence,
    "uploads": Upload, "swaps": SwapRequest, "swap_days": SwapDay,
    "leave_requests": LeaveRequest, "corrections": Correction, "stories": Story,
    "cases": Case, "traits": Trait, "faces": Portrait,
    "interpreters": InterpreterRequest, "responses": Response,
    "complaints": Complaint, "asked": Question, "given": QuestionAnswer, "phones": PushSubscription,
    "blocks": Block, "results": Result, "meetings": Talk, "pledges": Pledge, "ticks": Talked,
    "along": AskedAlong, "companions": Companion, "eager": AskMe,
    "milestones": Milestone, "lessons": Lesson,
    "set_aside": SetAside, "reasons": Reason, "closer": ExtraLook, "objected": Objection,
    "known_objections": Objection,
    "checks": ContactCheck, "year_steps": CycleStep, "followed_steps": CycleStep,
    "said": Answer, "home_situations": HomeSituation, "points": Point, "laid_works": PointWork,
    "laid_results": PointResult, "table_notes": TalkNotes,
    "records": TalkRecord, "staff_notes": StaffNote,
    "wishes": Wish, "reflections": Reflection, "assignments": Assignment, "outcomes": Outcome,
    "works": Work, "goals": Goal, "echoes": Echo, "bundles": Bundle,
    "periods": Period, "standings": Standing, "parcels": Parcel,
    "asked_sides": Side, "sentences": Sentence,
}  # fmt: skip
ACTS = {"followed_steps": "follow", "known_objections": "know"}  # of the others: see
BESIDE = {  # also read by another road than `see`
    "alerts": "on a page for anybody",
    "near": "the leaders are asked about her first",
    "notes": "for whoever may hear what is said in a conversation",
    "letters": "kept for who wrote them, as the response is",
    "tables": "through a talk, for the school's side of it",
    "carried": "at home as the letter itself, without its number",
    "newsletters": "as a letter of her own, line by line",
}  # fmt: skip


@pytest.mark.slow
def test_the_policy_gives_everybody_the_rows_that_the_oracle_allows(life: Life) -> None:
    assert MODELS.keys() | BESIDE.keys() == TABLES.keys()
    assert "\n".join(differences(life, MODELS)) == ""


def differences(life: Life, tables: Iterable[str]) -> list[str]:
    """Which row the policy gives to whom and the oracle does not, or the other way round."""
    world, wrong = world_now(), []
    for key, hat in READERS:
        viewer = life.cast.viewer(getattr(life.cast, key), hat)
        for table in tables:
            kind, sees = TABLES[table]
            model = MODELS[table]
            found = set(rows(model, viewer, may=ACTS.get(table, "see")).values_list("pk", flat=True))
            may = {pk for pk, row in world[table].items() if sees(world, viewer.person.pk, hat, row, NOW)}
            may -= {
                pk for pk in may - found if table == "blocks" and is_anybodys(world, world[table][pk], NOW)
            }
            wrong += [f"{key} {hat}: {life.name_of((kind, pk))}" for pk in found ^ may]
    return wrong

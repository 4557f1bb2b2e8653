"""Reads the talks about children, and what was said there, for the oracle."""

from driehoek.features.talks.models import (
    Answer,
    AskedAlong,
    Companion,
    ContactCheck,
    CycleStep,
    HomeOpened,
    HomeSituation,
    Pledge,
    Point,
    Side,
    StaffNote,
    Talk,
    TalkNotes,
    TalkRecord,
)
from tests.oracle.rules import World
from tests.oracle.tables import gathered, keyed


def meetings() -> World:
    talks = keyed(Talk, child="student_id", school="school_id", moment="moment", off="cancellation__pk")
    sides = keyed(Side, talk="talk_id", person="person_id", corner="corner", ready="ready_at")
    for talk in talks.values():
        talk["sides"], talk["along"] = [], []
    for side in sides.values():
        talks[side["talk"]]["sides"].append(side)
    opened = gathered(HomeOpened, "asked_id", "side_id")
    asked = keyed(AskedAlong, meeting="talk_id", person="person_id")
    for key, row in asked.items():
        talks[row["meeting"]]["along"].append(row | {"opened": opened.get(key, set())})
    steps = keyed(CycleStep, school="school_id", layer="layer")
    return {
        "along": asked,
        "companions": keyed(Companion, side="side_id"),
        "year_steps": steps,
        "followed_steps": steps,
        "checks": keyed(ContactCheck, side="side_id"),
        "meetings": talks,
        "tables": talks,
        "sides": sides,
        "pledges": keyed(Pledge, meeting="talk_id"),
        "said": keyed(Answer, side="side_id", question="question"),
        "home_situations": keyed(HomeSituation, side="side_id"),
        "points": keyed(Point, side="side_id"),
        "table_notes": keyed(TalkNotes, meeting="talk_id"),
        "records": keyed(TalkRecord, meeting="talk_id"),
        "staff_notes": keyed(StaffNote, child="student_id", school="school_id"),
    }

"""Reads the talks about children, and what was said there, for the oracle."""

from driehoek.features.talks.models import Pledge, Side, Talk
from tests.oracle.rules import World
from tests.oracle.tables import keyed, rows


def meetings() -> World:
    talks = keyed(Talk, child="student_id", school="school_id")
    for talk in talks.values():
        talk["sides"] = []
    for side in rows(Side, talk="talk_id", person="person_id", corner="corner"):
        talks[side["talk"]]["sides"].append(side)
    return {"meetings": talks, "tables": talks, "pledges": keyed(Pledge, meeting="talk_id")}

"""Reads what a school, a student and an agreement say about looking along, for the oracle."""

from driehoek.facts.looking.models import (
    ExtraLook,
    KindSwitch,
    LookAlong,
    Objection,
    Reason,
    Step,
    StepAnswer,
    Weighing,
)
from tests.oracle.rules import Row, World
from tests.oracle.tables import keyed, rows

PAIR = {"child": "student_id", "adult": "guardian_id"}


def told_why() -> World:
    """Reasons that one of the three gave, for which concern a guardian looks closer, and objections."""
    pair = {"child": "agreement__student_id", "adult": "agreement__guardian_id"}
    objected = keyed(Objection, school="school_id", **PAIR)
    return {
        "reasons": keyed(Reason, by="by_id", **pair),
        "closer": keyed(ExtraLook, **PAIR),
        "objected": objected,
        "known_objections": objected,
    }


def looking() -> World:
    weighed = rows(Weighing, objection="objection_id", granted="is_granted")
    granted = {row["objection"]: row["granted"] for row in weighed}
    objections = keyed(Objection, ended="ended_at", **PAIR)
    return told_why() | {
        "switches": rows(KindSwitch, school="school_id", layer="layer", kind="kind", open="is_open"),
        "agreements": agreements(),
        "extras": rows(ExtraLook, starts="starts_on", ends="ends_on", **PAIR),
        "objections": [
            row | {"stands": row["ended"] is None and granted.get(key, True)}
            for key, row in objections.items()
        ],
    }


def agreements() -> list[Row]:
    steps: dict[int, list[Row]] = {}
    said: dict[int, list[Row]] = {}
    for answer in rows(StepAnswer, step="step_id", further="is_further", on="on"):
        said.setdefault(answer["step"], []).append(answer)
    for key, step in keyed(Step, agreement="agreement_id", mode="mode", starts="starts_on").items():
        steps.setdefault(step["agreement"], []).append(step | {"answers": said.get(key, [])})
    found = keyed(LookAlong, sealed="sealed_at", ended="ended_at", **PAIR)
    return [
        row | {"counts": row["sealed"] is not None and row["ended"] is None, "steps": steps.get(key, [])}
        for key, row in found.items()
    ]

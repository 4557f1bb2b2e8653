"""What an import would do, in numbers and by name, and why a person must look first."""

from dataclasses import dataclass, field, replace
from typing import Any

from driehoek.facts.schools.roster_import.asks import sentence
from driehoek.facts.schools.roster_import.plan import PersonChange, Plan
from driehoek.facts.schools.roster_import.roster import Fault

SUBJECTS = ("people", "groups", "enrolments", "guardianships", "appointments")
ACTIONS = ("added", "changed", "ended")
MOST_NAMES = 1_000  # of one list; the number beside it is always the whole


@dataclass(frozen=True)
class Proposal:
    """One import before anybody agreed to it. The plan itself is made again when somebody does."""

    plan: Plan = field(repr=False)
    digest: str
    counts: dict[str, dict[str, int]]
    names: dict[str, list[str]] = field(repr=False)
    changes: list[PersonChange] = field(repr=False)
    asks: dict[str, int]
    faults: list[Fault] = field(repr=False)
    notes: list[Fault] = field(repr=False)

    @classmethod
    def of(cls, plan: Plan) -> "Proposal":
        def count(subject: str, action: str) -> int:
            return len(plan.names.get(f"{subject}.{action}", ()))

        counts = {subject: {action: count(subject, action) for action in ACTIONS} for subject in SUBJECTS}
        counts["guardianships"] |= {word: count("guardianships", word) for word in ("waiting", "orphans")}
        names = {name: texts[:MOST_NAMES] for name, texts in plan.names.items()}
        asks = {code: number for code, number in sorted(plan.asks.items()) if number}
        changes = sorted(plan.changes, key=lambda change: not change.is_way_in)[:MOST_NAMES]
        return cls(plan, plan.digest(), counts, names, changes, asks, plan.faults, plan.notes)

    @property
    def is_empty(self) -> bool:
        return self.plan.is_empty

    @property
    def takes_away(self) -> bool:
        """Whether somebody loses a place, a group or a child by it."""
        return any(self.counts[subject]["ended"] for subject in SUBJECTS) or bool(
            self.counts["guardianships"]["changed"]
        )

    def asking(self, code: str) -> "Proposal":
        """The same, with one more reason why a person must look."""
        return replace(self, asks={code: 1} | self.asks)

    def as_json(self) -> dict[str, Any]:
        """For a machine: numbers, names, and every reason as a sentence."""
        return {
            "nothing_to_do": self.is_empty,
            "counts": self.counts,
            "names": self.names,
            "asks": [
                {"code": code, "sentence": sentence(code, number, named(self.names, code))}
                for code, number in self.asks.items()
            ],
            "faults": [{"file": row.file, "line": row.line, "reason": row.reason} for row in self.faults],
            "notes": [{"file": row.file, "line": row.line, "reason": row.reason} for row in self.notes],
            "digest": self.digest,
        }


def named(names: dict[str, list[str]], ask: str) -> list[str]:
    """Whom a question names."""
    return names.get("guardianships.orphans", []) if ask == "orphans" else []


def as_rows(faults: list[Fault], most: int = 500) -> list[list[Any]]:
    """Faults as they are kept: file, line, reason."""
    return [[row.file, row.line, row.reason] for row in faults[:most]]

"""What an import would do, in numbers and by name, and why a person must look first."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from driehoek.facts.schools.roster_import.plan import Plan
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
    asks: dict[str, int]
    faults: list[Fault] = field(repr=False)
    notes: list[Fault] = field(repr=False)

    @classmethod
    def of(cls, plan: Plan) -> "Proposal":
        def count(subject: str, action: str) -> int:
            return len(plan.names.get(f"{subject}.{action}", ()))

        counts = {subject: {action: count(subject, action) for action in ACTIONS} for subject in SUBJECTS}
        counts["guardianships"]["waiting"] = count("guardianships", "waiting")
        names = {name: texts[:MOST_NAMES] for name, texts in plan.names.items()}
        asks = {code: number for code, number in sorted(plan.asks.items()) if number}
        return cls(plan, plan.digest(), counts, names, asks, plan.faults, plan.notes)

    @property
    def is_empty(self) -> bool:
        return self.plan.is_empty

    def as_json(self) -> dict[str, Any]:
        """For a machine: numbers, names, and every reason as a sentence."""
        return {
            "nothing_to_do": self.is_empty,
            "counts": self.counts,
            "names": self.names,
            "asks": [
                {"code": code, "sentence": sentence(code, number)} for code, number in self.asks.items()
            ],
            "faults": [{"file": row.file, "line": row.line, "reason": row.reason} for row in self.faults],
            "notes": [{"file": row.file, "line": row.line, "reason": row.reason} for row in self.notes],
            "digest": self.digest,
        }


def sentence(code: str, number: int) -> str:
    """Why a person must agree, in her language."""
    told = {
        "leavers": ngettext(
            "%(number)d leerling gaat van school. Dat is veel in één keer.",
            "%(number)d leerlingen gaan van school. Dat is veel in één keer.",
            number,
        ),
        "staff_leavers": ngettext(
            "%(number)d medewerker gaat weg. Dat is veel in één keer.",
            "%(number)d medewerkers gaan weg. Dat is veel in één keer.",
            number,
        ),
        "changed_guardianships": ngettext(
            "Bij %(number)d kind en ouder verandert het gezag. Dat is veel in één keer.",
            "Bij %(number)d kinderen en ouders verandert het gezag. Dat is veel in één keer.",
            number,
        ),
        "guarded": ngettext(
            "%(number)d ouder is nieuw bij een kind dat wij extra beschermen. Zij ziet nog niets.",
            "%(number)d ouders zijn nieuw bij een kind dat wij extra beschermen. Zij zien nog niets.",
            number,
        ),
        "no_custody_said": ngettext(
            "Van %(number)d nieuwe ouder staat het gezag niet in het bestand. Zij ziet nog niets.",
            "Van %(number)d nieuwe ouders staat het gezag niet in het bestand. Zij zien nog niets.",
            number,
        ),
        "returned": ngettext(
            "%(number)d ouder was eerder gestopt bij dit kind. Zij ziet nog niets.",
            "%(number)d ouders waren eerder gestopt bij dit kind. Zij zien nog niets.",
            number,
        ),
    }
    return (told | _rarer(number))[code] % {"number": number}


def _rarer(number: int) -> dict[str, str]:
    return {
        "recycled": ngettext(
            "%(number)d nummer hoort nu bij iemand anders.",
            "%(number)d nummers horen nu bij iemand anders.",
            number,
        ),
        "lookalike": ngettext(
            "%(number)d nieuwe leerling lijkt op een leerling die er al is.",
            "%(number)d nieuwe leerlingen lijken op een leerling die er al is.",
            number,
        ),
        "younger": ngettext(
            "%(number)d leerling wordt jonger. Dan kunnen ouders weer meer zien.",
            "%(number)d leerlingen worden jonger. Dan kunnen ouders weer meer zien.",
            number,
        ),
        "powers": ngettext(
            "%(number)d medewerker krijgt toegang tot de hele school.",
            "%(number)d medewerkers krijgen toegang tot de hele school.",
            number,
        ),
        "blind": ngettext(
            "Op %(number)d regel is niet te zien over wie het gaat.",
            "Op %(number)d regels is niet te zien over wie het gaat.",
            number,
        ),
        "new_code": _("Wij kenden de code van deze school nog niet. Klopt het bestand?"),
    }


def as_rows(faults: list[Fault], most: int = 500) -> list[list[Any]]:
    """Faults as they are kept: file, line, reason."""
    return [[row.file, row.line, row.reason] for row in faults[:most]]

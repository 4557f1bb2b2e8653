"""How a proposal reads on a page: a line per subject, and lists of names and of faults."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from driehoek.facts.schools.roster_import.asks import sentence
from driehoek.facts.schools.roster_import.proposal import MOST_NAMES, SUBJECTS, named
from driehoek.features.rosters.changed import changed
from driehoek.features.rosters.models import Upload

LABELS: dict[str, Promise] = {
    "people": _("Mensen"),
    "groups": _("Groepen"),
    "enrolments": _("Leerlingen in groepen"),
    "guardianships": _("Ouders bij kinderen"),
    "appointments": _("Wie werkt waar"),
}
LISTS: dict[str, Promise] = {
    "people.added": _("Nieuwe mensen"),
    "people.changed": _("Mensen met andere gegevens"),
    "people.ended": _("Leerlingen die van school gaan"),
    "groups.added": _("Nieuwe groepen"),
    "groups.changed": _("Groepen met een andere naam"),
    "enrolments.added": _("Nieuw in een groep"),
    "enrolments.ended": _("Weg uit een groep"),
    "guardianships.added": _("Nieuwe ouders bij een kind"),
    "guardianships.changed": _("Ouders met ander gezag"),
    "guardianships.ended": _("Ouders die stoppen bij een kind"),
    "guardianships.orphans": _("Kinderen die geen ouder overhouden"),
    "guardianships.waiting": _("Ouders die nog niets zien, tot de school akkoord is"),
    "appointments.added": _("Nieuwe plekken voor medewerkers"),
    "appointments.ended": _("Plekken van medewerkers die stoppen"),
}

OPEN = {"guardianships.ended", "guardianships.orphans"}


@dataclass(frozen=True)
class Line:
    label: Promise
    added: int
    changed: int
    ended: int


@dataclass(frozen=True)
class Names:
    label: Promise
    names: list[str]
    count: int
    is_open: bool  # too important to be folded away

    @property
    def more(self) -> int:
        """How many are not named here."""
        return self.count - len(self.names)


class Shown:
    """One upload's proposal, ready to be read."""

    def __init__(self, upload: Upload) -> None:
        self.upload = upload
        found = getattr(upload, "proposal", None)
        self.exists = found is not None
        self.digest = found.digest if found else ""
        self.is_empty = bool(found and found.is_empty)
        self.counts: dict[str, dict[str, int]] = found.counts if found else {}
        self._names: dict[str, list[str]] = found.names if found else {}
        rows = found.changes if found else []
        self.ways_in = changed(rows, ways_in=True)
        self.changed = changed(rows, ways_in=False)
        asks = found.asks if found else {}
        self.asks = [sentence(code, number, named(self._names, code)) for code, number in asks.items()]
        self.faults: list[list[object]] = found.faults if found else []
        self.notes: list[list[object]] = found.notes if found else []

    @property
    def lines(self) -> list[Line]:
        """Only what changes: a row of zeros says nothing."""
        found = ((LABELS[subject], self.counts.get(subject, {})) for subject in SUBJECTS)
        lines = (Line(label, n.get("added", 0), n.get("changed", 0), n.get("ended", 0)) for label, n in found)
        return [line for line in lines if line.added or line.changed or line.ended]

    @property
    def lists(self) -> list[Names]:
        """By name alone. Whose data change stands with old and new, but in what waits from before."""
        told = {"people.changed"} if self.ways_in or self.changed else set()
        return [
            Names(label, names[:MOST_NAMES], self._count(key), key in OPEN)
            for key, label in LISTS.items()
            if (names := self._names.get(key)) and key not in told
        ]

    def _count(self, key: str) -> int:
        subject, _dot, action = key.partition(".")
        return self.counts[subject].get(action, 0)

"""The letters that left on paper. A code stands on paper only; so whoever wants to see one prints it anew."""

import datetime as dt
from dataclasses import dataclass

from driehoek.facts.schools.models import School
from driehoek.features.entry.inviting import school_of
from driehoek.features.entry.models import Invitation, Road
from driehoek.features.entry.printing import LetterSheet, print_letters

MOST = 60  # letters on one page


@dataclass(frozen=True)
class Printed:
    """A fresh copy of a letter."""

    sheet: LetterSheet
    school: School | None


def letters() -> list[Invitation]:
    """The newest first; of each family the last one printed."""
    left = Invitation.objects.filter(road=Road.LETTER, delivered_at__isnull=False, withdrawn_at=None)
    rows = left.select_related("guardianship__guardian", "guardianship__student")
    return list(rows.order_by("-created_at", "-pk")[:MOST])


def print_again(pk: int, now: dt.datetime) -> Printed | None:
    """The letter once more, with a new code; the old one stops working. None when there is no such letter."""
    letter = Invitation.objects.filter(pk=pk, road=Road.LETTER).select_related("guardianship").first()
    if letter is None or letter.created_by is None:
        return None
    sheets = print_letters([letter.guardianship], by=letter.created_by, now=now)
    return Printed(sheets[0], school_of(letter))

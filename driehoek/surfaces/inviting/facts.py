"""What happened to students, from the parts of the portal that know it, in words a mentor can say aloud."""

import datetime as dt
from collections.abc import Collection

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.features.absences.patterns import Noted, noted_of
from driehoek.features.noticing.counting import Fact
from driehoek.features.noticing.models import What
from driehoek.features.results.patterns import Slip, slips_of


def facts_of(students: Collection[int], viewer: Viewer, *, after: dt.date) -> list[Fact]:
    """Two questions, however many students."""
    return [
        *(_noted(one) for one in noted_of(students, viewer, after=after)),
        *(_slip(one) for one in slips_of(students, viewer, after=after)),
    ]


def _noted(noted: Noted) -> Fact:
    what, words = (What.LATE, _("te laat")) if noted.is_late else (What.MISSED, _("weg, en niet gemeld"))
    return Fact(noted.student, noted.school, what, noted.day, words)


def _slip(slip: Slip) -> Fact:
    place, work = (slip.student, slip.school), {"subject": apart(slip.subject), "work": apart(slip.title)}
    if slip.is_missing:
        words = format_lazy(_("{subject}: {work} niet ingeleverd"), **work)
        return Fact(*place, What.WORK, slip.day, words)
    words = format_lazy(_("{subject}: lager bij {work}"), **work)
    return Fact(*place, What.LOWER, slip.day, words, series=slip.subject)


def apart(name: str) -> str:
    """Keeps its own direction inside a sentence (Unicode TR 9, isolates)."""
    return f"\u2068{name}\u2069"

"""Why a child is not there. A list to choose from: what one may type, holds health data sooner or later.

What the Leerplichtwet 1969 says about it (decision 66 says what was read and what a lawyer must see): art. 11
under d, illness; under e, duties of religion or belief; under f, holiday because of a parent's work; under g,
other weighty circumstances. Art. 12 asks to tell of illness within two days and, if possible, of what kind it
is: that last we never ask, a school may do so by telephone (GDPR art. 9). Art. 13 asks to tell of a duty of
religion at least two days ahead. Leave is asked for (art. 13a and 14).
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reason(models.TextChoices):
    """The five tiles, what stands behind the last of them, and what only school can say."""

    ILL = "ill", _("Ziek")
    DOCTOR = "doctor", _("Dokter of tandarts")
    LATE = "late", _("Komt later")
    EARLY = "early", _("Gaat eerder weg")
    FAMILY = "family", _("Iets in de familie")
    EXAM = "exam", _("Examen of toelating")
    PUBLIC = "public", _("Afspraak bij gemeente of rechter")
    DUTY = "duty", _("Feestdag van ons geloof")
    ROAD = "road", _("Weer of vervoer")
    OTHER = "other", _("Iets anders. Ik bel school.")
    LEAVE = "leave", _("Verlof")
    UNKNOWN = "unknown", _("Niet gemeld")


TILES = (Reason.ILL, Reason.DOCTOR, Reason.LATE, Reason.EARLY)
LISTED = (Reason.FAMILY, Reason.EXAM, Reason.PUBLIC, Reason.DUTY, Reason.ROAD, Reason.OTHER)
WHOLE_DAYS = (Reason.ILL, Reason.FAMILY, Reason.DUTY)  # may last more than one day
ICONS = {
    Reason.ILL: "thermometer-simple",
    Reason.DOCTOR: "first-aid-kit",
    Reason.LATE: "clock",
    Reason.EARLY: "sign-out",
    Reason.LEAVE: "calendar-check",
    Reason.UNKNOWN: "question",
}


def icon_of(reason: str, weight: str = "bold") -> str:
    """The drawing of this reason: bold on a line, duotone on a tile."""
    return f"{ICONS.get(Reason(reason), 'calendar-x')}-{weight}"

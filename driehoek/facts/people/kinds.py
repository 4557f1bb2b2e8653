"""Kinds of information about a student: what her school, and she herself, open or close for a guardian."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class InformationKind(models.TextChoices):
    """One kind is one switch, for a school and for a student."""

    NEWS = "news", _("Berichten van school")  # also the news of the class, and what school says about her
    RESULTS = "results", _("Resultaten")
    PRESENCE = "presence", _("Aanwezigheid")
    HOMEWORK = "homework", _("Huiswerk uit het schoolsysteem")  # what a teacher shares herself is news
    TIMETABLE = "timetable", _("Rooster")
    WORK = "work", _("Werk")
    GOALS = "goals", _("Doelen")
    TALKS = "talks", _("Gesprekken")
    INTERNSHIP = "internship", _("Stage")
    ADVICE = "advice", _("Studieadvies")
    TABLE = "table", _("Aan de keukentafel")  # what she asks to be asked, and tells of her week


# Of the way through secondary and vocational education: a primary school has neither.
LATER = frozenset({InformationKind.INTERNSHIP, InformationKind.ADVICE})

# What an agreement about looking along lets go of step by step; in the rest a guardian takes part herself,
# and an illness of a young student is hers to report.
FOLLOWED = frozenset(
    {
        InformationKind.RESULTS,
        InformationKind.HOMEWORK,
        InformationKind.TIMETABLE,
        InformationKind.WORK,
        InformationKind.GOALS,
    }
)

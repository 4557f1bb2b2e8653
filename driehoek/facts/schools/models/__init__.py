"""Boards, their schools, the groups in them, and who belongs to which group."""

from driehoek.facts.schools.models.belonging import (
    GROUP_FUNCTIONS,
    MENTORING,
    MENTORS,
    Appointment,
    Enrolment,
    Function,
)
from driehoek.facts.schools.models.group import Group, GroupKind, SchoolYear
from driehoek.facts.schools.models.holiday import Holiday
from driehoek.facts.schools.models.keys import ExternalKey
from driehoek.facts.schools.models.leave import Leave
from driehoek.facts.schools.models.school import Board, School, Sector

__all__ = [
    "GROUP_FUNCTIONS",
    "MENTORING",
    "MENTORS",
    "Appointment",
    "Board",
    "Enrolment",
    "ExternalKey",
    "Function",
    "Group",
    "GroupKind",
    "Holiday",
    "Leave",
    "School",
    "SchoolYear",
    "Sector",
]

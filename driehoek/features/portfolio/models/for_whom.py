"""For whom somebody's work or goal is: she chooses, and may choose again."""

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from driehoek.facts.people.ages import age_on
from driehoek.facts.people.models import Person

OF_AGE = 18
LOOKED_AT_UNTIL = 12  # younger than this, the teacher looks first


class ForWhom(models.TextChoices):
    """The student herself and who teaches her see it always."""

    HOME = "home", _("Mijn ouders")
    CHOSEN = "chosen", _("Ik kies wie van thuis")
    CLASS = "class", _("Mijn ouders en mijn klas")
    TEACHER = "teacher", _("Alleen ik en mijn juf, meester of mentor")

    @property
    def said_at_school(self) -> str:
        """The labels are the words of the child; a teacher has other parents."""
        return str(AT_SCHOOL[self])


AT_SCHOOL = {
    ForWhom.HOME: _("Voor thuis"),
    ForWhom.CHOSEN: _("Voor wie het kind koos"),
    ForWhom.CLASS: _("Voor thuis en de klas"),
    ForWhom.TEACHER: _("Alleen voor school"),
}


def usual(student: Person, day: dt.date) -> ForWhom:
    """Her own guardians; from eighteen nobody, until she chooses."""
    return ForWhom.TEACHER if is_of_age(student, day) else ForWhom.HOME


def is_of_age(student: Person, day: dt.date) -> bool:
    return student.birth_date is not None and age_on(student.birth_date, day) >= OF_AGE


def is_young(student: Person, day: dt.date) -> bool:
    """In doubt she is."""
    return student.birth_date is None or age_on(student.birth_date, day) < LOOKED_AT_UNTIL

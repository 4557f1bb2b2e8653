"""The usual two questions of each side, in every language of the portal, and the four answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

WRITTEN_IN = "nl"


class Readers(models.TextChoices):
    GUARDIANS = "guardians", _("Ouders")
    STUDENTS = "students", _("Leerlingen")


USUAL: Mapping[str, tuple[Promise, Promise]] = {
    Readers.GUARDIANS: (
        _("Ik weet waar mijn kind op school mee bezig is."),
        _("Ik voel mij welkom om mee te praten."),
    ),
    Readers.STUDENTS: (
        _("Thuis praten we over wat ik op school doe."),
        _("School luistert naar wat ik vind."),
    ),
}


@dataclass(frozen=True)
class Face:
    """One of four answers: a number, words and a drawing."""

    number: int
    label: Promise
    icon: str


FACES = (
    Face(1, _("Ja"), "smiley-big-bold"),
    Face(2, _("Meestal"), "smiley-bold"),
    Face(3, _("Soms"), "smiley-meh-bold"),
    Face(4, _("Nee"), "smiley-sad-bold"),
)
GOOD = {1, 2}  # counted together where rounds are compared


@cache
def in_other_languages(readers: str, number: int) -> dict[str, str]:
    """One of the usual questions by language."""
    found = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            found[language] = str(USUAL[readers][number])
    return found


def is_usual(readers: str, number: int, words: str) -> bool:
    """She left it as it was, in whichever language she reads."""
    return words.strip() in in_other_languages(readers, number).values()

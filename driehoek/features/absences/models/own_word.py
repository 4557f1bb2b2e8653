"""A school's own word for a kind of absence, and which of ours it is. Said once, and kept."""

import datetime as dt
from collections.abc import Mapping

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School

LONGEST = 60  # letters of a word


class Meaning(models.TextChoices):
    """One of our reasons by the name the office knows, or that it is none."""

    ILL = "ill", _("Ziek")
    DOCTOR = "doctor", _("Dokter of tandarts")
    LATE = "late", _("Te laat")
    EARLY = "early", _("Eerder weg")
    LEAVE = "leave", _("Verlof")
    FAMILY = "family", _("Iets in de familie")
    EXAM = "exam", _("Examen of toelating")
    PUBLIC = "public", _("Afspraak bij gemeente of rechter")
    DUTY = "duty", _("Feestdag van ons geloof")
    ROAD = "road", _("Weer of vervoer")
    OTHER = "other", _("Andere reden, school weet het")
    UNKNOWN = "unknown", _("Niet gemeld")
    PRESENT = "present", _("Was er gewoon")
    LEFT_OUT = "left_out", _("Niet inlezen")


class OwnWord(models.Model):
    """Kept without capitals."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    word = models.CharField(max_length=LONGEST)
    means = models.CharField(max_length=10, choices=Meaning)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["school", "word"], name="own_word_means_one_thing"),
        ]

    def __str__(self) -> str:
        return f"OwnWord {self.pk}"

    @classmethod
    def of(cls, school: School) -> dict[str, str]:
        """What each word means at this school."""
        return dict(cls.objects.filter(school=school).values_list("word", "means"))

    @classmethod
    @transaction.atomic
    def remember(cls, school: School, said: Mapping[str, str], *, by: Person, at: dt.datetime) -> None:
        """For every file from now on. What was brought before stays as it was."""
        OwnWord.objects.bulk_create(
            [OwnWord(school=school, word=word, means=means, by=by, at=at) for word, means in said.items()],
            update_conflicts=True, unique_fields=["school", "word"], update_fields=["means", "by", "at"],
        )  # fmt: skip

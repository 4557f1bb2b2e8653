"""What a person wants to hear differently from what we do by ourselves."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.notifications.categories import Category


class Rhythm(models.TextChoices):
    """How soon news comes: by itself, or collected with other news."""

    NOW = "now", _("Meteen")
    DAILY = "daily", _("Elke dag")
    WEEKLY = "weekly", _("Elke week")
    OFF = "off", _("Niet")

    @property
    def is_collected(self) -> bool:
        return self in (Rhythm.DAILY, Rhythm.WEEKLY)


SOONEST_FIRST = list(Rhythm)


class Preference(models.Model):
    """Only where someone deviates, so that whoever never chose follows the default as it is then. A choice
    for one child or one school counts before the one for everything."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    category = models.CharField(max_length=10, choices=Category.choices)
    channel = models.CharField(max_length=10)
    student = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    school = models.ForeignKey("schools.School", models.CASCADE, null=True, related_name="+")
    rhythm = models.CharField(max_length=6, choices=Rhythm.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "category", "channel"],
                condition=models.Q(student=None, school=None),
                name="one_choice_a_road",
            ),
            models.UniqueConstraint(
                fields=["person", "category", "channel", "student"],
                condition=models.Q(student__isnull=False),
                name="one_choice_a_child",
            ),
            models.UniqueConstraint(
                fields=["person", "category", "channel", "school"],
                condition=models.Q(school__isnull=False),
                name="one_choice_a_school",
            ),
            models.CheckConstraint(
                condition=models.Q(student=None) | models.Q(school=None), name="for_a_child_or_a_school"
            ),
        ]

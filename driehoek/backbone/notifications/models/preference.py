"""What a person wants to hear differently from what we do by ourselves."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.notifications.categories import Category


class Mode(models.TextChoices):
    EACH = "each", _("Meteen")
    OFF = "off", _("Niet")


class Preference(models.Model):
    """Only where someone deviates, so that whoever never chose follows the default as it is then."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    category = models.CharField(max_length=10, choices=Category.choices)
    channel = models.CharField(max_length=10)
    mode = models.CharField(max_length=6, choices=Mode.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "category", "channel"], name="one_choice_a_road")
        ]

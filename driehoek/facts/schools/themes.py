"""What lessons, homework and tips are about, and for which ages: short lists that every school knows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Theme(models.TextChoices):
    READING = "reading", _("Lezen")
    LANGUAGE = "language", _("Taal en schrijven")
    MATHS = "maths", _("Rekenen")
    WORLD = "world", _("De wereld")
    MAKING = "making", _("Maken en muziek")
    MOVING = "moving", _("Bewegen")
    TOGETHER = "together", _("Samen leven")
    PLANNING = "planning", _("Plannen en leren")
    TALKING = "talking", _("Vertellen voor de groep")


class AgeBand(models.TextChoices):
    TODDLERS = "4-6", _("4 tot 6 jaar")
    CHILDREN = "6-9", _("6 tot 9 jaar")
    ELDER = "9-12", _("9 tot 12 jaar")
    TEENS = "12+", _("12 jaar en ouder")

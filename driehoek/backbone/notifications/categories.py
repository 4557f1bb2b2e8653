"""Kinds of news a person can switch on and off. A notice without one cannot be written."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Category(models.TextChoices):
    NEWS = "news", _("Nieuws uit de klas en van school")
    REPLIES = "replies", _("Reacties en antwoorden")
    TASKS = "tasks", _("Vragen waar wij je antwoord op nodig hebben")
    INFORMAL = "informal", _("Gewoon leuk: kleine berichten tussendoor")

"""For what a photo of a child may be used, one question each (UAVG art. 5: specific, freely given)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

TEXT_VERSION = "2026-11"  # of the questions below and their page; a new wording is a new version


class Purpose(models.TextChoices):
    CLASS_APP = "class_app", _("In de klas-app")
    SCHOOL_APP = "school_app", _("Voor de hele school")
    NEWSLETTER = "newsletter", _("In de nieuwsbrief")
    WEBSITE = "website", _("Op de website")
    SOCIAL = "social", _("Op sociale media")
    PRESS = "press", _("In de krant")


# what the portal itself shows
IN_THE_PORTAL = (Purpose.CLASS_APP, Purpose.SCHOOL_APP, Purpose.NEWSLETTER)

EXAMPLES = {
    Purpose.CLASS_APP: _("Een foto van de klas, voor de ouders van deze klas."),
    Purpose.SCHOOL_APP: _("Een foto van een feest, voor alle ouders van de school."),
    Purpose.NEWSLETTER: _("Een foto in de brief die alle gezinnen krijgen."),
    Purpose.WEBSITE: _("Een foto op de website. Iedereen kan die zien."),
    Purpose.SOCIAL: _("Een foto op Instagram of Facebook. Iedereen kan die zien en bewaren."),
    Purpose.PRESS: _("Een foto in de krant of op tv. De school kan die niet meer weghalen."),
}

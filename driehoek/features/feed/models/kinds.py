"""The kinds of posts there are, and what the sheet of each has that others have not."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    UPDATE = "update", _("Nieuws van vandaag")
    LESSON = "lesson", _("Om thuis te oefenen")
    HOMEWORK = "homework", _("Huiswerk")
    LINKS = "links", _("Een link")
    WEEK = "week", _("Deze week leerden we")
    CLIMATE = "climate", _("Zo gaat het in de groep")
    INFORMAL = "informal", _("Gewoon leuk")
    COMPLIMENT = "praise", _("Een compliment")


ASKED = {  # what the sheet of this kind asks of who writes it; else what they did
    Kind.LESSON: _("Wat leerden jullie?"),
    Kind.HOMEWORK: _("Wat is het huiswerk?"),
    Kind.LINKS: _("Wat is er te zien?"),
    Kind.WEEK: _("Wat leerden jullie deze week?"),
    Kind.CLIMATE: _("Hoe gaat het in de groep?"),
    Kind.INFORMAL: _("Wat was er leuk?"),
    Kind.COMPLIMENT: _("Wat ging er goed?"),
}
ASKING_HOME = (Kind.LESSON, Kind.HOMEWORK, Kind.LINKS)  # kept together, on a page of the group
PROMISED = (Kind.UPDATE, Kind.LESSON, Kind.HOMEWORK, Kind.LINKS, Kind.WEEK, Kind.INFORMAL)
PRACTICE = ("practice", "minutes", "needs", "talk_about")
OWN_FIELDS: dict[str, tuple[str, ...]] = {  # by kind; what a kind does not have is empty when it is shared
    Kind.LESSON: ("theme", *PRACTICE, "link"),
    Kind.HOMEWORK: ("theme", "due_on", "link"),
    Kind.LINKS: ("theme", "link"),
}
EVERY_OWN_FIELD = ("theme", "due_on", "link", *PRACTICE)
EMPTY = {name: None if name in ("due_on", "minutes") else "" for name in EVERY_OWN_FIELD}
OF_ONE_CHILD = (Kind.UPDATE, Kind.LESSON, Kind.HOMEWORK, Kind.COMPLIMENT)  # what fits in a child's own room


def has(kind: str, field: str) -> bool:
    return field in OWN_FIELDS.get(kind, ())

"""Who opened the file of a student, day by day: for herself, and for each guardian without the others."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.journal.reading import OPENED
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Guardianship, Person

SHOWN = 100


@dataclass(frozen=True)
class Look:
    """Somebody, one day."""

    person: Person
    at: dt.datetime
    is_mine: bool
    is_guardian: bool

    @property
    def day(self) -> dt.date:
        return day_of(self.at)


def looks_at(student: Person, viewer: Viewer) -> list[Look]:
    """The last ones first. Another guardian's looking is the student's to know, and nobody else's."""
    guardians = set(Guardianship.objects.filter(student=student).values_list("guardian", flat=True))
    about = ContentType.objects.get_for_model(Person)
    entries = Entry.objects.filter(verb=OPENED, subject_type=about, subject_id=student.pk)
    if viewer.person != student:
        entries = entries.exclude(actor__in=guardians - {viewer.person.pk})
    found = entries.filter(actor__isnull=False).select_related("actor").order_by("-at", "-pk")[:SHOWN]
    return [
        Look(entry.actor, entry.at, entry.actor_id == viewer.person.pk, entry.actor_id in guardians)
        for entry in found
        if entry.actor
    ]

"""Who opened the file of which child: once a day per reader, so that a breach can be told exactly."""

import datetime as dt

from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from driehoek.backbone.journal.models import Entry, record
from driehoek.facts.people.models import Person

OPENED = "people.file.opened"
A_DAY = dt.timedelta(days=1)


@transaction.atomic
def note_reading(child: Person, *, by: Person, at: dt.datetime) -> None:
    """Write down that somebody opened this child's file (ASVS 5.0, 16.3.2): a colleague, or a guardian."""
    about = ContentType.objects.get_for_model(Person)
    noted = Entry.objects.filter(
        verb=OPENED, actor=by, subject_type=about, subject_id=child.pk, at__gt=at - A_DAY
    )
    if not noted.exists():
        record(OPENED, child, by=by, at=at)

"""Looking along more closely for a while. The mentor opens it, the student reads why, its date ends it."""

import datetime as dt

from django.db import transaction

from driehoek.backbone.journal.models import record
from driehoek.facts.looking.models import ExtraLook, Objection
from driehoek.facts.looking.models.extra import FOUR_WEEKS
from driehoek.facts.people.models import Person


@transaction.atomic
def look_closer(
    student: Person, guardian: Person, reason: str, *, by: Person, at: dt.datetime, today: dt.date
) -> ExtraLook | None:
    """For four weeks from today; while one runs, no second one begins. None while the student objects to this
    guardian: then nothing is shown, whatever somebody worries about (GDPR 18)."""
    Person.objects.select_for_update().get(pk=student.pk)
    if Objection.objects.standing().filter(student=student, guardian=guardian).exists():
        return None
    running = ExtraLook.objects.on(today).filter(student=student, guardian=guardian).first()
    if running:
        return running
    made = ExtraLook.objects.create(
        student=student,
        guardian=guardian,
        reason=reason,
        by=by,
        at=at,
        starts_on=today,
        ends_on=today + FOUR_WEEKS - dt.timedelta(days=1),
    )
    record("following.extra.begun", made, by=by, at=at)
    return made

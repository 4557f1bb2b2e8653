"""A student of 16 or 17 in vocational education wants no guardian to look along, and school weighs it."""

import datetime as dt

from django.db import transaction

from driehoek.backbone.journal.models import record
from driehoek.facts.looking.models import Objection, Weighing
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School


@transaction.atomic
def object_to(
    student: Person, guardian: Person, school: School, reason: str, *, at: dt.datetime
) -> Objection:
    """From now on nothing is shown, until school has weighed it."""
    made, is_new = Objection.objects.get_or_create(
        student=student,
        guardian=guardian,
        ended_at=None,
        defaults={"school": school, "reason": reason, "at": at},
    )
    if is_new:
        record("following.objection.made", made, by=student, at=at)
        record("following.objection.stands", made, by=student, at=at)
    return made


@transaction.atomic
def weigh(objection: Objection, *, is_granted: bool, reason: str, by: Person, at: dt.datetime) -> None:
    said = {"is_granted": is_granted, "reason": reason, "by": by, "at": at}
    _row, is_new = Weighing.objects.get_or_create(objection=objection, defaults=said)
    if is_new:
        record("following.objection.weighed", objection, by=by, at=at)


@transaction.atomic
def take_back(objection: Objection, *, by: Person, at: dt.datetime) -> None:
    if Objection.objects.filter(pk=objection.pk, ended_at=None).update(ended_at=at):
        record("following.objection.ended", objection, by=by, at=at)

"""What a student shows each guardian of her own choice: one switch a kind."""

import datetime as dt
from collections.abc import Collection

from django.db import transaction

from driehoek.backbone.journal.models import record
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person, StudentGrant


@transaction.atomic
def show(
    student: Person, guardian: Person, kinds: Collection[str], *, among: Collection[str], at: dt.datetime
) -> None:
    """From today these of those kinds, and no others. What is switched off was last open yesterday."""
    Person.objects.select_for_update().get(pk=student.pk)
    today = day_of(at)
    pair = {"student": student, "guardian": guardian}
    running = StudentGrant.objects.filter(**pair, ends_on=None, kind__in=among)
    shown = set(running.values_list("kind", flat=True))
    if shown == set(kinds) & set(among):
        return
    gone = running.exclude(kind__in=kinds)
    gone.filter(starts_on__gte=today).delete()  # given and taken back on one day: it never was
    gone.update(ends_on=today - dt.timedelta(days=1))
    StudentGrant.objects.bulk_create(
        StudentGrant(**pair, kind=kind, starts_on=today) for kind in sorted(set(kinds) & set(among) - shown)
    )
    record("following.grants.chosen", student, by=student, at=at)

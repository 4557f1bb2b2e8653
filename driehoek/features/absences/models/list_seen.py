"""Whether somebody at school has looked at the list of a group, and the alarm when nobody did."""

import datetime as dt

from django.db import models, transaction
from django.db.models import Q

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group, GroupKind, School, Sector

# whose list is opened when the day begins; care inside a school begins when the school is out
LISTED_GROUPS = Q(kind=GroupKind.CLASS) | Q(kind=GroupKind.CARE, school__sector=Sector.CHILDCARE)


class ListSeen(models.Model):
    """A colleague of the group opened its list. Only the last time of a day counts."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="+")
    day = models.DateField()
    by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "day"], name="one_last_look_a_day")]


class ListAlarm(Guarded):
    """A child is on today's list and nobody of the group looked: the office must know."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, related_name="+")
    day = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "day"], name="one_alarm_a_group_a_day")]

    @classmethod
    @transaction.atomic
    def ring(cls, group: Group, *, day: dt.date, at: dt.datetime) -> None:
        """Once a day for each group."""
        alarm, is_new = cls.objects.get_or_create(
            group=group, day=day, defaults={"school_id": group.school_id, "at": at}
        )
        if is_new:
            record("absences.list.unread", alarm, by=None, at=at)

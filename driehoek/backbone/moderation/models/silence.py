"""The switch with which a leader stops what parents tell each other: in one group, or in the whole school."""

import datetime as dt
from typing import Any  # a key, or a reference to one

from django.db import models, transaction
from django.db.models import Q

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import record
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text, text_by
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group, School


class SilenceQuerySet(GuardedQuerySet["Silence"]):
    def running(self) -> "SilenceQuerySet":
        return self.filter(lifted_at=None)

    def over(self, group: Group) -> "SilenceQuerySet":
        """Those that hold for this group."""
        return self.at(group.school_id, group.pk)

    def at(self, school: Any, group: Any) -> "SilenceQuerySet":
        """Those that hold in this place: keys, or references to them. Without a group: of the school."""
        return self.running().filter(Q(group=group, group__isnull=False) | Q(group=None, school=school))


class Silence(Guarded):
    """Parents post nothing new to each other while this runs. What stands stays to be read."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    lifted_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    lifted_at = models.DateTimeField(null=True)

    told: Told  # its words for one reader, put there by put_in_words()

    objects = SilenceQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["school", "group"], condition=Q(lifted_at=None), name="one_silence_a_group"
            ),
            models.UniqueConstraint(  # apart, because SQLite takes each NULL for another
                fields=["school"], condition=Q(lifted_at=None, group=None), name="one_silence_a_school"
            ),
        ]

    @property
    def texts(self) -> dict[str, Text]:
        return {"reason": text_by(self.by, self.reason, self.school_id)}

    @classmethod
    @transaction.atomic
    def begin(
        cls, school: School, group: Group | None, *, reason: str, by: Person, at: dt.datetime
    ) -> "Silence":
        """From now on; said twice it is one silence."""
        School.objects.select_for_update().get(pk=school.pk)
        running = cls.objects.running().filter(school=school, group=group).first()
        if running:
            return running
        silence = cls.objects.create(school=school, group=group, reason=reason, by=by, at=at)
        record("moderation.silence.begun", silence, by=by, at=at)
        return silence

    @transaction.atomic
    def lift(self, *, by: Person, at: dt.datetime) -> None:
        lifted = Silence.objects.running().filter(pk=self.pk).update(lifted_by=by, lifted_at=at)
        if lifted:
            record("moderation.silence.lifted", self, by=by, at=at)

"""One person at a talk: her corner of the triangle, and whether she is ready for it."""

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models, transaction

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person

if TYPE_CHECKING:
    from driehoek.backbone.access.viewer import Viewer


class Side(Guarded):
    """Each guardian has a side of her own. Who is at the talk stands here, and nowhere else."""

    talk = models.ForeignKey("talks.Talk", models.CASCADE, related_name="sides")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    corner = models.CharField(max_length=6, choices=Corner.choices)
    ready_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["talk", "person", "corner"], name="one_side_each_at_a_talk"),
            models.UniqueConstraint(
                fields=["talk"], condition=models.Q(corner=Corner.CHILD), name="one_child_at_a_talk"
            ),
        ]

    @property
    def is_ready(self) -> bool:
        return self.ready_at is not None

    def shows_face(self, viewer: "Viewer") -> bool:
        """The portrait of a guardian is for school and herself; also at the table it is hers to show."""
        return self.corner != Corner.HOME or viewer.hat == "school" or self.person_id == viewer.person.pk

    @transaction.atomic
    def get_ready(self, *, by: Person, at: dt.datetime) -> None:
        """She said what she wanted to say. Saying it again changes nothing."""
        if Side.objects.filter(pk=self.pk, ready_at=None).update(ready_at=at):
            self.ready_at = at
            record("talks.side.ready", self, by=by, at=at)


def at_table() -> models.QuerySet[Side]:
    """With their faces, in the order in which they were asked."""
    return Side.objects.select_related("person__portrait").order_by("pk")

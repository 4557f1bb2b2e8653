"""One person at a talk: her corner of the triangle, and whether she is ready for it."""

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person

if TYPE_CHECKING:
    from driehoek.backbone.access.viewer import Viewer


class Reply(models.TextChoices):
    """What a guardian says to the day and hour she was asked for."""

    COMES = "comes", _("Komt")
    OTHER = "other", _("Liever een ander moment")


class Side(Guarded):
    """Each guardian has a side of her own. Who is at the talk stands here, and nowhere else."""

    talk = models.ForeignKey("talks.Talk", models.CASCADE, related_name="sides")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    corner = models.CharField(max_length=6, choices=Corner.choices)
    ready_at = models.DateTimeField(null=True, blank=True)
    reply = models.CharField(max_length=5, choices=Reply.choices, blank=True)  # to the moment as it is now

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

    @property
    def is_shut(self) -> bool:
        """Of home, and this talk is closed to her now. Only seated() knows that it is not: found otherwise, a
        side of home is shut."""
        return bool(vars(self).get("shut", self.corner == Corner.HOME))

    @property
    def called(self) -> str | Promise:
        """Her name, as long as she is one of the table."""
        return _("Een ouder") if self.is_shut else self.person.name

    def shows_reply(self, viewer: "Viewer") -> bool:
        """For school and herself: no home hears of another whether it comes."""
        return bool(self.reply) and (viewer.hat == "school" or self.person_id == viewer.person.pk)

    @transaction.atomic
    def answer(self, reply: str, *, by: Person, at: dt.datetime) -> None:
        """She comes, or would rather come at another moment. The same again changes nothing."""
        if Side.objects.filter(pk=self.pk).exclude(reply=reply).update(reply=reply):
            self.reply = reply
            record("talks.side.answered", self, by=by, at=at)

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

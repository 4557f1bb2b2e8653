"""A letter that school prints for one guardian and gives along with one child."""

import datetime as dt

from django.conf import settings
from django.db import models, transaction

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.backbone.notifications.models.delivery import Delivery
from driehoek.backbone.notifications.models.digest import Digest
from driehoek.backbone.notifications.models.notification import Notification
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group

PAPER = "paper"


class PaperLetter(Guarded):
    """What it holds is its digest: the items that point to it. No word of them is kept. Printing it again
    makes a new code, so that a lost letter opens nothing."""

    digest = models.OneToOneField(Digest, models.CASCADE, related_name="+")
    student = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, related_name="+")
    copies = models.PositiveSmallIntegerField(default=1)
    printed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    printed_at = models.DateTimeField()  # the newest copy
    handed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    handed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["group", "printed_at"])]

    @property
    def is_on_the_desk(self) -> bool:
        return self.digest.state == Digest.State.COLLECTED

    @property
    def guardian(self) -> Person:
        return self.digest.person

    @staticmethod
    @transaction.atomic
    def make(
        guardian: Person, student: Person, group: Group, items: list[int], *, by: Person, at: dt.datetime
    ) -> "PaperLetter | None":
        """With these collected items. None when another printer was first: each is in one letter at most."""
        digest = Digest.objects.create(
            person=guardian, channel=PAPER, state=Digest.State.COLLECTED, due_at=at, first_due_at=at
        )
        free = Delivery.objects.filter(pk__in=items, state=Delivery.State.COLLECTED, digest=None)
        if not free.update(digest=digest):
            digest.delete()
            return None
        letter = PaperLetter.objects.create(
            digest=digest, student=student, group=group, printed_by=by, printed_at=at
        )
        record("notifications.paperletter.printed", letter, by=by, at=at)
        return letter

    @transaction.atomic
    def print_again(self, *, by: Person, at: dt.datetime) -> None:
        """It got lost, or the printer jammed. Its former code stops working."""
        fields = {"copies": models.F("copies") + 1, "printed_by": by, "printed_at": at}
        PaperLetter.objects.filter(pk=self.pk).update(**fields)
        self.refresh_from_db()
        record("notifications.paperletter.reprinted", self, by=by, at=at)

    @transaction.atomic
    def hand_over(self, *, by: Person, at: dt.datetime) -> None:
        """The child has it: what is in it was brought."""
        lying = Digest.objects.filter(pk=self.digest_id, state=Digest.State.COLLECTED)
        if lying.update(state=Digest.State.DONE, sent_at=at):
            items = Delivery.objects.filter(digest=self.digest_id, state=Delivery.State.COLLECTED)
            items.update(state=Delivery.State.DONE, sent_at=at)
            PaperLetter.objects.filter(pk=self.pk).update(handed_by=by, handed_at=at)
            record("notifications.paperletter.handed_over", self, by=by, at=at)


class PaperAnswer(models.Model):
    """A strip that came back: somebody at school entered for her what she had ticked. What that was stands
    where such answers stand."""

    letter = models.ForeignKey(PaperLetter, models.CASCADE, related_name="answers")
    told = models.ForeignKey(Notification, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["letter", "told"], name="one_strip_a_question")]

"""A newsletter of one school: a draft, sent from a chosen moment, sometimes withdrawn."""

import datetime as dt
import uuid

from django.db import models, transaction
from django.urls import reverse

from driehoek.backbone.access.models import Audience
from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import record
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.newsletters.models.photo import BlockPhoto


class NewsletterQuerySet(GuardedQuerySet["Newsletter"]):
    def latest_first(self) -> "NewsletterQuerySet":
        return self.select_related("school", "sending", "withdrawal").order_by("-created_at", "-pk")


class Newsletter(Guarded):
    """A sheet (nieuwsbrief) on which several people put blocks. What is in it stands on the blocks."""

    token = models.UUIDField(unique=True, default=uuid.uuid4)  # of the form, so that made twice is made once
    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    title = models.CharField(max_length=80)
    language = models.CharField(max_length=8, default="nl")
    created_at = models.DateTimeField()

    told: Told  # its texts for one reader, put there by put_in_words()

    objects = NewsletterQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        indexes = [models.Index(fields=["school", "created_at"])]

    def get_absolute_url(self) -> str:
        return reverse("newsletters:sheet", args=[self.pk])

    @property
    def texts(self) -> dict[str, Text]:
        return {"title": Text(self.title, self.language, self.school_id)}

    @property
    def is_sent(self) -> bool:
        """Also while it still waits for its moment."""
        return hasattr(self, "sending")

    @property
    def is_withdrawn(self) -> bool:
        return hasattr(self, "withdrawal")

    def is_out(self, now: dt.datetime) -> bool:
        return self.is_sent and self.sending.due_at <= now and not self.is_withdrawn

    @classmethod
    @transaction.atomic
    def begin(
        cls, school: School, title: str, *, token: uuid.UUID, by: Person, at: dt.datetime
    ) -> "Newsletter":
        """An empty sheet. The same form sent twice begins one."""
        Person.objects.select_for_update().get(pk=by.pk)  # two at once come one after the other
        hers = uuid.uuid5(token, str(by.pk))
        if begun := cls.objects.filter(token=hers).first():
            return begun
        made = cls.objects.create(
            token=hers, school=school, author=by, title=title, created_at=at,
            language=language_of(title, by.language),
        )  # fmt: skip
        record("newsletters.newsletter.begun", made, by=by, at=at)
        return made

    @transaction.atomic
    def rename(self, title: str) -> None:
        if not self.is_out_of_hand():
            Newsletter.objects.filter(pk=self.pk).update(
                title=title, language=language_of(title, self.author.language)
            )

    def is_out_of_hand(self) -> bool:
        """Sent, perhaps by a second tap at this very moment: asked within the transaction that writes."""
        held = Newsletter.objects.select_for_update().filter(pk=self.pk)
        return not held.exists() or Sending.objects.filter(newsletter=self).exists()

    @transaction.atomic
    def discard(self, *, by: Person, at: dt.datetime) -> None:
        """Throw a draft away, blocks and all."""
        if not self.is_out_of_hand():
            record("newsletters.newsletter.discarded", self.school, by=by, at=at)
            self.forget()

    @transaction.atomic
    def forget(self) -> None:
        from_blocks = Audience.objects.filter(pk__in=self.blocks.values("audience"))
        audiences = list(from_blocks.values_list("pk", flat=True))
        BlockPhoto.discard_of(list(self.blocks.values_list("pk", flat=True)))
        self.delete()
        Audience.objects.filter(pk__in=audiences).delete()

    @transaction.atomic
    def send(self, *, by: Person, at: dt.datetime, due_at: dt.datetime) -> None:
        """Out from that moment on. Sending twice is sending once; an empty sheet stays here."""
        Newsletter.objects.select_for_update().get(pk=self.pk)
        if not self.blocks.exists():
            return
        told = {"by": by, "at": at, "due_at": due_at}
        _row, is_new = Sending.objects.get_or_create(newsletter=self, defaults=told)
        if is_new:
            record("newsletters.newsletter.sent", self, by=by, at=at, due_at=due_at)

    @transaction.atomic
    def undo(self, *, by: Person, at: dt.datetime) -> None:
        """Make it a draft again, as long as nobody has it. Afterwards there is only withdrawing."""
        undone, _rows = Sending.objects.filter(newsletter=self, due_at__gt=at).delete()
        if undone:
            record("newsletters.newsletter.undone", self, by=by, at=at)

    @transaction.atomic
    def withdraw(self, *, by: Person, at: dt.datetime) -> None:
        """Nobody at home reads it any more; what has not left stays here."""
        _row, is_new = Withdrawal.objects.get_or_create(newsletter=self, defaults={"by": by, "at": at})
        if is_new:
            record("newsletters.newsletter.withdrawn", self, by=by, at=at)


class Sending(models.Model):
    """The newsletter is sent because this row exists; it is read from `due_at`."""

    newsletter = models.OneToOneField(Newsletter, models.CASCADE, related_name="sending")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    due_at = models.DateTimeField(db_index=True)
    copied_at = models.DateTimeField(null=True)  # when everybody had a copy of her own


class Withdrawal(models.Model):
    """The newsletter is gone because this row exists."""

    newsletter = models.OneToOneField(Newsletter, models.CASCADE, related_name="withdrawal")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

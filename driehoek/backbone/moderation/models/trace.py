"""What somebody said before she changed it or took it back. Kept apart for the leaders, for a while."""

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text, text_by
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School

KEPT = dt.timedelta(days=180)


class Act(models.TextChoices):
    CHANGED = "changed", _("veranderd")
    REMOVED = "removed", _("weggehaald")


class TraceQuerySet(GuardedQuerySet["Trace"]):
    def forget_old(self, now: dt.datetime) -> int:
        gone, _rows = self.filter(at__lt=now - KEPT).delete()
        return gone


class Trace(Guarded):
    """Who, when, and what it said. Read only beside a report about the same thing."""

    label = models.CharField(max_length=60)
    key = models.BigIntegerField()
    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    words = models.TextField()
    act = models.CharField(max_length=7, choices=Act.choices)
    at = models.DateTimeField(db_index=True)

    told: Told  # its words for one reader, put there by put_in_words()

    objects = TraceQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        indexes = [models.Index(fields=["label", "key"])]

    @property
    def texts(self) -> dict[str, Text]:
        return {"words": text_by(self.author, self.words, self.school_id)}

    @classmethod
    def leave(
        cls, thing: models.Model, act: Act, words: str, *, school: School, author: Person, at: dt.datetime
    ) -> None:
        """In the transaction of the change itself."""
        cls.objects.create(
            label=thing._meta.label_lower, key=thing.pk, act=act, words=words,
            school=school, author=author, at=at,
        )  # fmt: skip

"""Wij praatten: somebody says that she and a child talked about a question. Only she and the child see it."""

import datetime as dt
from collections.abc import Iterable

from django.db import models, transaction

from driehoek.backbone.access.querysets import Guarded
from driehoek.facts.people.models import Person

KEPT = dt.timedelta(days=120)  # a term: longer nobody looks back at it


class Talked(Guarded):
    """One tick. It is nobody's business, so the journal does not hear of it either."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    key = models.CharField(max_length=40)  # of the question: "post-12", "bank-toren"
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["key"])]
        constraints = [
            models.UniqueConstraint(fields=["person", "student", "key"], name="one_tick_a_question")
        ]

    @classmethod
    @transaction.atomic
    def say(cls, key: str, children: Iterable[int], *, by: Person, at: dt.datetime) -> None:
        """Twice is once."""
        ticks = [cls(person=by, student_id=child, key=key, at=at) for child in children]
        cls.objects.bulk_create(ticks, ignore_conflicts=True)

    @classmethod
    @transaction.atomic
    def take_back(cls, key: str, children: Iterable[int], *, by: Person) -> None:
        cls.objects.filter(person=by, student__in=list(children), key=key).delete()

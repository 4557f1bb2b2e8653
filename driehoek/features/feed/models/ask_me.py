"""Vraag het mij maar: a student says that she saw a post, and that home may ask her about it."""

import datetime as dt

from django.db import models, transaction

from driehoek.backbone.access.querysets import Guarded
from driehoek.facts.people.models import Person

KEPT = dt.timedelta(days=120)  # as what else is said at the kitchen table


class AskMe(Guarded):
    """Said by herself, about one post with a question for home. A read mark stays hers; this is not one."""

    post = models.ForeignKey("feed.Post", models.CASCADE, related_name="+")
    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "student"], name="asks_for_it_once")]

    @classmethod
    @transaction.atomic
    def say(cls, post: int, *, by: Person, at: dt.datetime) -> None:
        """Twice is once. Nobody is told, and no journal hears of it."""
        cls.objects.bulk_create([cls(post_id=post, student=by, at=at)], ignore_conflicts=True)

    @classmethod
    @transaction.atomic
    def take_back(cls, post: int, *, by: Person) -> None:
        cls.objects.filter(post=post, student=by).delete()

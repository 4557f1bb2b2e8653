"""What a reader leaves without a word: Mooi, which all may count, and having read, which only she sees."""

from django.db import models

from driehoek.backbone.access.querysets import Guarded
from driehoek.facts.people.models import Person
from driehoek.features.feed.models.comment import Corner


class Reaction(Guarded):
    """Someone finds it beautiful. Others see how many did, never who."""

    post = models.ForeignKey("feed.Post", models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    corner = models.CharField(max_length=6, choices=Corner.choices)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "person"], name="one_reaction_each")]


class ReadMark(Guarded):
    """Someone saw a post. Nobody but she herself may know: looking is never held against anyone."""

    post = models.ForeignKey("feed.Post", models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "post"], name="read_once")]

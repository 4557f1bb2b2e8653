"""How far one person has read, which only she sees."""

from django.db import models

from driehoek.backbone.access.querysets import Guarded
from driehoek.facts.people.models import Person


class ReadMark(Guarded):
    """Looking is never held against anyone, so nobody but she herself may know."""

    conversation = models.ForeignKey("conversations.Conversation", models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "conversation"], name="one_mark_a_conversation")
        ]

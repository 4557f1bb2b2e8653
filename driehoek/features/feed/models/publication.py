"""That a post is out, and that it is gone: what somebody decided is a row."""

from django.db import models

from driehoek.facts.people.models import Person


class Publication(models.Model):
    """The post is shared because this row exists; it is seen from `due_at`."""

    post = models.OneToOneField("feed.Post", models.CASCADE, related_name="publication")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    due_at = models.DateTimeField(db_index=True)
    place = models.CharField(max_length=30)  # the key of the post's, which no longer changes: for lists

    class Meta:
        indexes = [models.Index(fields=["place", "due_at"])]


class Withdrawal(models.Model):
    """The post is gone because this row exists."""

    post = models.OneToOneField("feed.Post", models.CASCADE, related_name="withdrawal")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

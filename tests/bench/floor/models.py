"""Twenty rows to show, found by an index."""

from django.db import models


class Note(models.Model):
    """Something for one reader."""

    reader = models.BigIntegerField()
    title = models.CharField(max_length=120)
    text = models.TextField()
    author = models.CharField(max_length=80)
    out_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["reader", "-out_at"])]

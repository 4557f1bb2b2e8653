"""How often something was tried in a stretch of time. A row, so that every process counts along."""

from django.db import models


class Attempt(models.Model):
    """One counter: one kind of try, by one source or on one address, within one stretch of time."""

    bucket = models.CharField(max_length=64)  # a digest: whoever reads this table learns no address
    starts_at = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bucket", "starts_at"], name="one_count_a_bucket")]
        indexes = [models.Index(fields=["starts_at"])]

"""Which workers are alive."""

import datetime as dt

from django.db import models


class WorkerPulse(models.Model):
    """A worker that beats lives; one that has not for a while does not."""

    worker_id = models.CharField(max_length=64, primary_key=True)
    seen_at = models.DateTimeField()

    @staticmethod
    def beat(worker_id: str, *, now: dt.datetime) -> None:
        WorkerPulse.objects.update_or_create(worker_id=worker_id, defaults={"seen_at": now})

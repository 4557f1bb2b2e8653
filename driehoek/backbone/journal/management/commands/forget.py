"""`forget` deletes now what the nightly jobs delete, and says how much of what went."""

from typing import Any  # the options of a command

from django.core.management.base import BaseCommand

from driehoek.backbone.journal.models import Forgotten
from driehoek.base.core.recurring import recurring

PREFIX = "forget-"


class Command(BaseCommand):
    help = "Deletes everything whose time is over (docs/retention.md). Twice is once."

    def handle(self, **options: Any) -> None:
        last = Forgotten.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        for line in recurring():
            if line.name.startswith(PREFIX):
                line.task.call()
        for row in Forgotten.objects.filter(pk__gt=last).order_by("pk"):
            self.stdout.write(f"{row.what}: {row.rows}, from before {row.before:%d-%m-%Y}")

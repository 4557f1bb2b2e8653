"""index_texts: puts into the index what is not in it yet, such as everything after an upgrade."""

from typing import Any  # options of a command

from django.core.management.base import BaseCommand

from driehoek.backbone.index.keeping import catch_up


class Command(BaseCommand):
    help = "Puts into the search index what is not in it yet."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{catch_up()} looked at")

"""Load the demo board once: bin/manage load_demo."""

from typing import Any  # options as Django hands them over

from django.core.management.base import BaseCommand

from driehoek.base.core import clock
from driehoek.surfaces.demo.loading.everything import is_loaded, load


class Command(BaseCommand):
    help = "Load the demo board, if there is no board yet."

    def handle(self, *args: Any, **options: Any) -> None:
        if is_loaded():
            self.stdout.write("Er is al een bestuur. Er is niets veranderd.")
            return
        counts = load(clock.now())
        self.stdout.write("{schools} scholen, {people} mensen, {posts} berichten.".format(**counts))

"""Load the demo board once: bin/manage load_demo."""

from typing import Any  # options as Django hands them over

from django.core.management.base import BaseCommand

from driehoek.base.core import clock
from driehoek.surfaces.demo.loading.everything import is_loaded, load


class Command(BaseCommand):
    help = "Load the demo board, if there is no board yet."

    def handle(self, *args: Any, **options: Any) -> None:
        if is_loaded():
            self.stdout.write("The schools are there already, with all that was done in them.")
            return
        self.stdout.write("Loading the schools: a minute or two, this once.")
        counts = load(clock.now(), say=self.say)
        self.stdout.write("  {schools} schools, {people} people, {posts} posts.".format(**counts))

    def say(self, what: str) -> None:
        """What is being done now."""
        self.stdout.write(f"  {what} ...")

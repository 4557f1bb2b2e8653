"""Make ready what the demo serves: bin/demo calls this at every start; the second time it is quick."""

from io import StringIO
from pathlib import Path
from typing import Any  # options as Django hands them over

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from whitenoise.compress import Compressor


class Command(BaseCommand):
    help = "Tables, translations, static files, and the demo board when there is none yet."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write("Making the tables ...")
        call_command("migrate", verbosity=0)
        self.stdout.write("Making languages, styles and pictures ready ...")
        call_command("compile_catalogues", stdout=StringIO())
        call_command("collectstatic", interactive=False, verbosity=0)
        compress(settings.STATIC_ROOT)
        call_command("load_demo", stdout=self.stdout)


def compress(folder: Path) -> None:
    """A smaller copy beside each file that has none, or an old one."""
    compressor = Compressor(quiet=True)
    for file in folder.rglob("*"):
        small = file.with_name(file.name + ".gz")
        outdated = not small.exists() or small.stat().st_mtime < file.stat().st_mtime
        if file.is_file() and compressor.should_compress(file.name) and outdated:
            compressor.compress(str(file))

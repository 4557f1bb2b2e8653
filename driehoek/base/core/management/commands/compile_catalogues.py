"""Make the translations ready for use: `bin/manage compile_catalogues`."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from driehoek.base.core.catalogues import compile_catalogues


class Command(BaseCommand):
    help = "Compiles the translations that changed."

    def handle(self, *args: object, **options: object) -> None:
        for folder in settings.LOCALE_PATHS:
            for written in compile_catalogues(Path(folder)):
                self.stdout.write(f"{written.parts[-3]}: ready")

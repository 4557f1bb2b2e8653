"""bin/manage migrate: as Django does it, in half the time."""

from typing import Any  # what the command line gives

from django.core.management.commands import migrate

from driehoek.base.core.migrating import drawn_alone


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> str | None:
        with drawn_alone():
            return super().handle(*args, **options)

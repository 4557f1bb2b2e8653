"""What begins with the process."""

from django.apps import AppConfig
from django.db import connection
from django.db.backends.signals import connection_created


class CoreConfig(AppConfig):
    name = "driehoek.base.core"

    def ready(self) -> None:
        """Without PostgreSQL nothing of it is loaded, hence the late import."""
        if connection.vendor == "postgresql":
            from driehoek.base.core.moments import read_quickly

            connection_created.connect(read_quickly)

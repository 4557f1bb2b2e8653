"""What begins with the process."""

from django.apps import AppConfig
from django.db import connection


class CoreConfig(AppConfig):
    name = "driehoek.base.core"

    def ready(self) -> None:
        """Without PostgreSQL nothing of it is loaded, hence the late import."""
        if connection.vendor == "postgresql":
            from driehoek.base.core import moments  # noqa: F401

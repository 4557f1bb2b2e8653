"""`flush` empties everything, so also the ledger that otherwise only grows. SQLite needs to be told."""

from typing import Any  # the options of a command

from django.core.management.commands import flush
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

LEDGERS = ["consent_consentanswer", "consent_consentpurge"]


class Command(flush.Command):
    """Takes the triggers of the ledger and its purges away, empties the database, puts them back."""

    def handle(self, **options: Any) -> None:
        connection = connections[options["database"]]
        guards = [] if connection.vendor != "sqlite" else _triggers(connection)
        with connection.cursor() as cursor:
            for name, _text in guards:
                cursor.execute(f"DROP TRIGGER {connection.ops.quote_name(name)}")
        try:
            super().handle(**options)
        finally:
            with connection.cursor() as cursor:
                for _name, text in guards:
                    cursor.execute(text)


def _triggers(connection: BaseDatabaseWrapper) -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN (%s, %s)", LEDGERS
        )
        return [(name, text) for name, text in cursor.fetchall()]

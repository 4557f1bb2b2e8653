"""The database of the tests, with the cast in it: filled once, copied by each process, and put back after a
test with real transactions.

Migrations and the cast take as long as a hundred tests. Whichever process comes first makes the original.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, connections

from driehoek.base.core.surveying import survey
from tests.cast import load_cast

SHARED = Path(settings.SHARED)  # of all processes of one run
MINE = os.environ.get("PYTEST_XDIST_WORKER", "alone")
ORIGINAL: str = connection.creation._get_test_db_name()


def take_a_copy() -> None:
    """From here on this process uses a copy of its own."""
    creation = connection.creation
    with one_at_a_time():
        if (SHARED / "filled").exists():
            goes_by(ORIGINAL)
        else:
            creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
            load_cast()
            survey()  # as people's databases are, also when it comes to what is not kept: docs/decisions/0179
            (SHARED / "filled").touch()
        connection.close()
        creation.clone_test_db(MINE, verbosity=0)
    goes_by(creation.get_test_db_clone_settings(MINE)["NAME"])


def put_back(*_test: object) -> None:
    """As if nothing had ever been written in it; whatever still looks at it sees that at once."""
    copy = connection.settings_dict["NAME"]
    connections.close_all()
    if connection.vendor == "sqlite":
        filled = connection.Database.connect(ORIGINAL)
        filled.backup(connection.cursor().connection)
        filled.close()
        return
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{copy}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{ORIGINAL}"')


def goes_by(name: str) -> None:
    for known in (settings.DATABASES[DEFAULT_DB_ALIAS], connection.settings_dict):
        known["NAME"] = name


@contextmanager
def one_at_a_time() -> Iterator[None]:
    with (SHARED / "filling").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield

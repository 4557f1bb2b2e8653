"""Which journal is safe for the SQLite at hand.

Versions before 3.51.3 (and their back-ports 3.50.7 and 3.44.6) can corrupt a database in WAL mode when
two connections write and checkpoint at once, which is what a web server beside a worker does.
Source: sqlite.org release notes of 3.51.3.
"""

import sqlite3

FIXED = [(3, 44, 6), (3, 50, 7), (3, 51, 3)]


def wal_is_safe(version: tuple[int, int, int]) -> bool:
    """Whether this SQLite carries the fix: by its own branch's back-port, or by being newer than all."""
    return version >= max(FIXED) or any(version[:2] == fixed[:2] and version >= fixed for fixed in FIXED)


def connection_options() -> dict[str, object]:
    """Options for Django's DATABASES: durable commits, no deferred locks, a long wait for the writer."""
    journal = "WAL" if wal_is_safe(sqlite3.sqlite_version_info) else "TRUNCATE"
    return {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": f"PRAGMA journal_mode={journal};PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON",
    }

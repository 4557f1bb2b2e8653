"""Driehoek: the parent portal of school, home and child."""

import sys

try:  # a SQLite without the WAL-reset fault, where a wheel of it exists
    import pysqlite3

    sys.modules["sqlite3"] = pysqlite3
except ImportError:  # base.core.sqlite then chooses the safe journal
    pass

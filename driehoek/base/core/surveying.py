"""What the database knows of its own tables: how many rows they have, and which index tells most."""

from django.db import connection

LOOKED_AT = 400  # rows of each index on SQLite: milliseconds, in which nobody waits to write


def survey() -> None:
    """Let it count. PostgreSQL does so by itself too, SQLite never.

    SQLite may keep samples of the values as well; then it puts a statement together anew for each value that
    is filled in, which took a quarter of a page. With a limit it keeps none.
    Source: sqlite.org, "Approximate ANALYZE" and PRAGMA analysis_limit.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA analysis_limit = {LOOKED_AT}")
        cursor.execute("ANALYZE")

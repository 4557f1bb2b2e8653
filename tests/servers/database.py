"""The test database, as another process names it."""

from urllib.parse import quote

from django.db import connection


def url() -> str:
    """For DRIEHOEK_DATABASE_URL."""
    known = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{known['NAME']}"
    host = quote(known["HOST"] or known["OPTIONS"].get("host", ""), safe="")
    return f"postgresql://{known['USER']}@/{known['NAME']}?host={host}"

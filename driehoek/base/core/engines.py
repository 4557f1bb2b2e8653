"""Who can keep the jobs: a table of our own, or an engine made for many machines. A setting chooses."""

from dataclasses import dataclass
from typing import Any  # DATABASES, as a settings file has them

from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True)
class Kind:
    """What an installation needs for it: the door of the task library, who works behind it, its tables."""

    backend: str
    engine: str
    apps: tuple[str, ...] = ()


KINDS = {
    "database": Kind(
        backend="django_tasks_db.DatabaseBackend", engine="driehoek.base.core.queue.DatabaseEngine"
    ),
    "distributed": Kind(
        backend="driehoek.base.core.distributed.Backend",
        engine="driehoek.base.core.distributed.DistributedEngine",
        apps=("procrastinate.contrib.django",),
    ),
}


def kind_of(name: str, databases: dict[str, Any]) -> Kind:
    """Raises ImproperlyConfigured where there is none of that name, or the database is not made for it."""
    if name not in KINDS:
        raise ImproperlyConfigured(f"DRIEHOEK_JOBS must be one of these: {', '.join(KINDS)}.")
    if name == "distributed" and not databases["default"]["ENGINE"].endswith("postgresql"):
        raise ImproperlyConfigured("DRIEHOEK_JOBS=distributed needs PostgreSQL.")
    return KINDS[name]

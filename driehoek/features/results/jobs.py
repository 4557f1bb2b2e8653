"""Doors for work by the clock."""

from driehoek.base.core import clock
from driehoek.base.core.clock import day_of
from driehoek.base.core.tasks import task
from driehoek.facts.schools.models import School
from driehoek.features.results.fetching import Fetching
from driehoek.features.results.forgetting import forget
from driehoek.features.results.models import Connection, Moment
from driehoek.features.results.taking import mark_overdue


@task
def keep_moments() -> None:
    """Every minute: a holiday that was entered since, moves what has not come out."""
    now = clock.now()
    waiting = Moment.objects.filter(home_at__gt=now).values("school")
    for school in School.objects.filter(pk__in=waiting):
        Moment.settle(school, now)


@task
def find_overdue() -> None:
    """Every morning, before anything comes out."""
    now = clock.now()
    mark_overdue(now, day_of(now))


@task(queue_name="bulk")
def fetch(connection: int) -> None:
    """A turn at one server; what is left is for another turn, after others."""
    found = Connection.objects.filter(pk=connection).select_related("school", "source__school").first()
    if found and not Fetching(found, clock.now).work():
        fetch.enqueue(connection)


@task(queue_name="bulk")
def fetch_all() -> None:
    """Every hour; whoever was killed goes on."""
    for key in Connection.objects.values_list("pk", flat=True):
        fetch.enqueue(key)


@task
def forget_old() -> None:
    """Every night."""
    forget(clock.now())

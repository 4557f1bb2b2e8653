"""Inside our installation: count what a page asks of the database."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from tests.bench.looking import readers_of, signed_in

WARM = 2  # visits before the one that counts, so that what is kept between visits is there


def main(board: str, path: str) -> None:
    """Prints the number of queries of that page, for the first reader."""
    reader = readers_of(board)[0]
    print(queries(signed_in(reader), path.format(child=a_child_of(reader))))


def a_child_of(reader: Person) -> int:
    """The key of the oldest row among those she may see."""
    return min(Viewer(reader, "home", timezone.now()).wards())


def queries(browser: Client, path: str) -> int:
    for _ in range(WARM):
        assert browser.get(path).status_code == 200, path
    with CaptureQueriesContext(
        connection,
    ) as asked:
        browser.get(path)
    return len(asked)

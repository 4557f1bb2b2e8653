"""Inside the installation: sign the readers in, and count what a page asks of the database."""

import json

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person

WARM = 2  # visits before the one that counts, so that what is kept between visits is there


def main(board: str, path: str = "") -> None:
    """Prints the sessions of the readers, or with a path the number of queries of that page."""
    readers = Person.objects.filter(pk__in=json.loads(board)["readers"]).order_by("pk")
    browsers = [signed_in(reader) for reader in readers]
    if path:
        print(queries(browsers[0], path.format(child=a_child_of(readers[0]))))
    else:
        print(json.dumps([browser.cookies["sid"].value for browser in browsers]))


def a_child_of(reader: Person) -> int:
    """The key of the oldest row among those she may see."""
    return min(Viewer(reader, "home", timezone.now()).wards())


def signed_in(person: Person) -> Client:
    browser = Client(headers={"host": "localhost"})
    browser.force_login(person, backend=settings.AUTHENTICATION_BACKENDS[0])
    return browser


def queries(browser: Client, path: str) -> int:
    for _ in range(WARM):
        assert browser.get(path).status_code == 200, path
    with CaptureQueriesContext(
        connection,
    ) as asked:
        browser.get(path)
    return len(asked)

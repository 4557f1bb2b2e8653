"""Inside the installation, ours or that of the floor page: sign the readers in."""

import json

from django.conf import settings
from django.test import Client

from driehoek.facts.people.models import Person


def main(board: str) -> None:
    """Prints the sessions of the readers."""
    print(json.dumps([browser.cookies["sid"].value for browser in map(signed_in, readers_of(board))]))


def readers_of(board: str) -> list[Person]:
    return list(Person.objects.filter(pk__in=json.loads(board)["readers"]).order_by("pk"))


def signed_in(person: Person) -> Client:
    browser = Client(headers={"host": "localhost"})
    browser.force_login(person, backend=settings.AUTHENTICATION_BACKENDS[0])
    return browser

"""The board to measure on: so many schools, and one small one where the readers have their third child."""

import json

from django.core.management import call_command
from django.db import transaction

from driehoek.backbone.index.keeping import catch_up
from driehoek.base.core import clock
from driehoek.base.core.surveying import survey
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Board
from tests.bench.town import Town, join

READERS = 8
REMARKS = 30  # comments under the post page


def main(schools: str) -> None:
    """Fill an empty database; prints as JSON who reads, and which post."""
    call_command("migrate", verbosity=0)
    board = Board.objects.create(name="Stichting De Meetlat")
    with transaction.atomic():
        small = Town(board, "De Stip", clock.now(), groups=1)
        first = Town(board, "School 0", clock.now())
        readers = families(first, small)
        first.talk(first.posts[0], REMARKS)
    for number in range(1, int(schools)):
        with transaction.atomic():
            Town(board, f"School {number}", clock.now())
    catch_up()
    tidy()
    print(json.dumps({"readers": [reader.pk for reader in readers], "post": first.posts[0].pk}))


def families(first: Town, small: Town) -> list[Person]:
    """Eight guardians with three children each: two groups of one school, and another school."""
    readers = first.guardians[:READERS]
    more = [(reader, first.students[25 + n]) for n, reader in enumerate(readers)]
    more += [(reader, small.students[n]) for n, reader in enumerate(readers)]
    join(more, first.year.starts_on, first.now)
    return readers


def tidy() -> None:
    """What a database that has been running for a while has done by itself."""
    survey()

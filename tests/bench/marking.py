"""Inside an installation: a school with so many students joins a OneRoster server, and everything is fetched.

python -m tests.bench.marking found STUDENTS PLACE    one school, its students, and the line to the server
python -m tests.bench.marking fetch [later]           until there is nothing more; later: another day
python -m tests.bench.marking count                   how many results there are
"""

import datetime as dt
import sys

import django

MANY = 2000  # rows written at once
ANOTHER_TURN = dt.timedelta(minutes=11)  # after which a dead worker's lease is over


def key(number: int) -> str:
    return f"leerling:{number}"


def found(students: int, place: str) -> None:
    from driehoek.base.core import clock  # noqa: PLC0415  # after setup
    from driehoek.facts.people.models import Person  # noqa: PLC0415
    from driehoek.facts.schools.models import Board, Enrolment, ExternalKey, Group, School, SchoolYear  # noqa: PLC0415
    from driehoek.features.results.models import Connection  # noqa: PLC0415
    from tests.servers.oneroster import CLIENT, SECRET  # noqa: PLC0415

    now = clock.now()
    board = Board.objects.create(name="Stichting De Meetlat")
    school = School.objects.create(board=board, name="De Meetlat", sector="secondary")
    days = {"starts_on": now.date() - dt.timedelta(days=100), "ends_on": now.date() + dt.timedelta(days=200)}
    year = SchoolYear.objects.create(school=school, name="nu", **days)
    group = Group.objects.create(school=school, year=year, name="1A")
    for first in range(0, students, MANY):
        numbers = range(first, min(first + MANY, students))
        made = Person.objects.bulk_create([Person(given_name=f"L{number}") for number in numbers])
        Enrolment.objects.bulk_create(
            [Enrolment(student=one, group=group, starts_on=days["starts_on"]) for one in made]
        )
        ExternalKey.objects.bulk_create(
            [
                ExternalKey(school=school, key=key(number), person=one)
                for number, one in zip(numbers, made, strict=True)
            ]
        )
    office = Person.objects.create(given_name="Marja")
    said = {"name": "Meetlat", "address": f"{place}/ims/oneroster", "token_address": f"{place}/token"}
    Connection.set_up(school, said | {"client_id": CLIENT}, secret=SECRET, by=office, at=now)


def fetch(*, later: bool) -> None:
    from driehoek.base.core import clock  # noqa: PLC0415  # after setup
    from driehoek.features.results.fetching import Fetching  # noqa: PLC0415
    from driehoek.features.results.models import Connection  # noqa: PLC0415

    line = Connection.objects.select_related("school", "source__school").get()
    moved = ANOTHER_TURN if later else dt.timedelta()
    while not Fetching(line, lambda: clock.now() + moved).work():
        pass


def count() -> int:
    from driehoek.features.results.models import Result  # noqa: PLC0415  # after setup

    return Result.objects.count()


if __name__ == "__main__":
    django.setup()
    match sys.argv[1:]:
        case ["found", students, place]:
            found(int(students), place)
        case ["fetch", *later]:
            fetch(later=bool(later))
        case ["count"]:
            print(count())

"""Inside an installation: a school joins a OneRoster server, and its roster is fetched and agreed to.

python -m tests.bench.joining found PLACE              one school without anybody, and the line to the server
python -m tests.bench.joining fetch [later|tomorrow]   until there is nothing more
python -m tests.bench.joining agree                    to what waits
python -m tests.bench.joining count                    how many students sit somewhere
"""

import datetime as dt
import sys

import django

WHEN = {"later": dt.timedelta(minutes=11), "tomorrow": dt.timedelta(days=1, minutes=12)}


def found(place: str) -> None:
    from driehoek.base.core import clock  # noqa: PLC0415  # after setup
    from driehoek.facts.people.models import Person  # noqa: PLC0415
    from driehoek.facts.schools.models import Board, School  # noqa: PLC0415
    from driehoek.features.rosters.models import Connection  # noqa: PLC0415
    from tests.servers.oneroster import CLIENT, SECRET  # noqa: PLC0415

    board = Board.objects.create(name="Stichting De Meetlat")
    school = School.objects.create(board=board, name="De Meetlat", sector="secondary")
    office = Person.objects.create(given_name="Marja")
    said = {"name": "Meetlat", "address": f"{place}/ims/oneroster", "token_address": f"{place}/token"}
    made = said | {"client_id": CLIENT}
    Connection.set_up(school, made, secret=SECRET, by=office, at=clock.now())


def fetch(when: str) -> None:
    from driehoek.base.core import clock  # noqa: PLC0415  # after setup
    from driehoek.features.rosters.fetching import Fetching  # noqa: PLC0415
    from driehoek.features.rosters.models import Connection  # noqa: PLC0415

    line = Connection.objects.select_related("school").get()
    moved = WHEN.get(when, dt.timedelta())
    while not Fetching(line, lambda: clock.now() + moved).work():
        pass


def agree() -> None:
    from driehoek.base.core import clock  # noqa: PLC0415  # after setup
    from driehoek.facts.people.models import Person  # noqa: PLC0415
    from driehoek.features.rosters.models import Upload  # noqa: PLC0415

    upload, office, now = Upload.objects.get(), Person.objects.get(given_name="Marja"), clock.now()
    upload.agree(upload.proposal.digest, by=office, now=now, today=clock.day_of(now))


def count() -> int:
    from driehoek.facts.schools.models import Enrolment  # noqa: PLC0415  # after setup

    return Enrolment.objects.count()


if __name__ == "__main__":
    django.setup()
    match sys.argv[1:]:
        case ["found", place]:
            found(place)
        case ["fetch", *when]:
            fetch("".join(when))
        case ["agree"]:
            agree()
        case ["count"]:
            print(count())

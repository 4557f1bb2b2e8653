"""bin/manage import_roster --source: the same as with a file, of the system that a school joined."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from driehoek.facts.people.models import Person
from driehoek.features.rosters.models import Connection, Run, Upload
from tests.rosters.days import NOW
from tests.rosters.joined import add, agree, child, seated
from tests.servers.oneroster import MarkBook, Mood


def command(*flags: str) -> tuple[int, list[dict[str, Any]]]:
    out = StringIO()
    try:
        call_command(
            "import_roster", "--source", "ParnasSys", "--board", "Stichting De Proef", *flags, stdout=out
        )
        code = 0
    except SystemExit as stopped:
        code = int(str(stopped.code))
    return code, [json.loads(line) for line in out.getvalue().splitlines()]


def test_the_command_asks_the_first_time_and_is_done_by_itself_when_nobody_need_look(
    connection: Connection, book: MarkBook, office: Person
) -> None:
    code, (told,) = command("--dry-run")
    assert code == 3 and not told["done"] and not Upload.objects.exists()
    code, (told,) = command("--school", "De Meander")
    assert code == 3 and "new_source" in {ask["code"] for ask in told["asks"]} and not seated()
    agree(Run.objects.latest("pk"), office)
    code, (told,) = command()
    assert code == 0 and told["nothing_to_do"] and seated() == 20
    add(book, child(1))
    code, (told,) = command()
    assert code == 0 and told["done"] and told["counts"]["people"]["added"] == 1 and seated() == 21


def test_the_command_ends_with_two_when_the_server_gives_nothing(
    connection: Connection, book: MarkBook
) -> None:
    book.mood = Mood.FORBIDS
    code, (told,) = command()
    assert code == 2 and "kent Driehoek niet" in told["refused"]["reason"]
    with pytest.raises(CommandError):
        call_command("import_roster", "--source", "Iets", "--board", "Stichting De Proef")
    with pytest.raises(CommandError):
        call_command("import_roster", "x.zip", "--source", "ParnasSys", "--board", "Stichting De Proef")


def test_while_somebody_fetches_the_command_waits_for_another_time(connection: Connection) -> None:
    assert connection.lease(NOW)
    code, (told,) = command()
    assert code == 2 and "al opgehaald" in told["refused"]["reason"]

"""begin_school: a board, a school and its first colleague on an installation that has none yet."""

from typing import Any  # Django's own signature

from django.core.management.base import BaseCommand, CommandError, CommandParser

from driehoek.base.core import clock
from driehoek.facts.schools.models import Sector
from driehoek.features.entry.beginning import DETAILS, Begun, CannotBegin, Wanted, begin_school


class Command(BaseCommand):
    """Says what it made and what was there already. Saying it twice makes nothing twice."""

    help = (
        "Makes a board, a school, and a first colleague in its office, with a link by which she chooses a "
        "password and a second factor. What is there already stays as it is."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--board", required=True, help="the name of the board")
        parser.add_argument("--school", required=True, help="the name of the school, as parents know it")
        parser.add_argument("--sector", required=True, choices=Sector.values)
        parser.add_argument("--code", default="", help="BRIN and branch, or how the roster calls the school")
        parser.add_argument("--address", default="", help="street and place")
        parser.add_argument("--phone", default="", help="whom parents call")
        parser.add_argument(
            "--administrator", nargs=2, metavar=("NAME", "EMAIL"), default=("", ""),
            help='her first and last name, and her address at work: "Ria de Boer" ria@school.example',
        )  # fmt: skip
        parser.add_argument("--key", default="", help="how the roster knows her, when she stands in it")
        parser.add_argument("--new-link", action="store_true", help="also when she has one, or came in")

    def handle(self, *args: Any, **options: Any) -> None:
        name, email = options["administrator"]
        said = {word: options[word] for word in ("board", "school", "sector", *DETAILS, "key")}
        wanted = Wanted(**said, name=name, email=email)
        if (options["key"] or options["new_link"]) and not name:
            raise CommandError("--key and --new-link are about a colleague: name her with --administrator.")
        try:
            begun = begin_school(wanted, new_link=options["new_link"], now=clock.now())
        except CannotBegin as reason:
            raise CommandError(f"{reason} Nothing was written.") from reason
        self.stdout.write("\n".join(told(begun)))


def told(begun: Begun) -> list[str]:
    """What was done, in sentences."""
    code = f", with the code {begun.school.code}" if begun.school.code else ""
    lines = [
        f"Board “{begun.board}”: {_state('board', begun)}.",
        f"School “{begun.school}” ({begun.school.sector}{code}): {_state('school', begun)}.",
    ]
    if begun.colleague is None:
        return [*lines, "Nobody works here yet: say it again with --administrator NAME EMAIL."]
    lines.append(f"{begun.colleague.full_name}, in the office: {_state('colleague', begun)}.")
    if begun.code is not None:
        days = "It works once, for 7 days. Hand it to her yourself: whoever opens it becomes her."
        return [*lines, f"Her link: {begun.code.url}", days]
    if begun.waits_until is not None:
        until = clock.amsterdam(begun.waits_until).strftime("%d-%m-%Y %H:%M")
        return [*lines, f"A link waits for her until {until}. --new-link replaces it."]
    return [*lines, "She came in already. --new-link lets her begin again."]


def _state(what: str, begun: Begun) -> str:
    if what == "school" and (changed := sorted(begun.new & set(DETAILS))):
        return f"there already, with a new {' and '.join(changed)}"
    return "new" if what in begun.new else "there already"

"""A first way in for a colleague of a new installation, before anybody can give her one in the portal."""

from typing import Any  # Django's own signature

from django.core.management.base import BaseCommand, CommandError, CommandParser

from driehoek.base.core import clock
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import ExternalKey
from driehoek.features.entry.colleagues import invite_colleague
from driehoek.features.entry.people import works_at_a_school


class Command(BaseCommand):
    """Prints a link that works once, to hand over in person."""

    help = "Make a link with which a colleague chooses a password: --key is the roster's own key for her."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--key", required=True, help="how the roster knows her, for example dv-joris")

    def handle(self, *args: Any, **options: Any) -> None:
        now = clock.now()
        persons = Person.objects.filter(
            pk__in=ExternalKey.objects.filter(key=options["key"]).values("person")
        )
        working = [person for person in persons if works_at_a_school(person, day=clock.day_of(now))]
        if len(working) != 1:
            raise CommandError("Nobody, or more than one person, works at a school under this key.")
        _invitation, code = invite_colleague(working[0], school=None, by=None, now=now)
        self.stdout.write(code.url)

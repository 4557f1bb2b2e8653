"""What machines gave up on, for whoever runs the installation."""

from typing import Any  # Django's own signature

from django.core.management.base import BaseCommand, CommandParser

from driehoek.base.core import clock
from driehoek.base.core.models import Alarm


class Command(BaseCommand):
    """Ends with 1 while there is an alarm that nobody has seen, so that a watchman can call it."""

    help = "Shows what stands still, without a name of anybody. --seen: it was looked at."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--seen", action="store_true", help="from now on these count as looked at")

    def handle(self, *args: Any, **options: Any) -> None:
        alarms = Alarm.objects.filter(seen_at=None).order_by("at")
        found = [
            f"{clock.amsterdam(alarm.at):%Y-%m-%d %H:%M}  {alarm.thing}: {alarm.reason}" for alarm in alarms
        ]
        self.stdout.write("\n".join(found) or "Nothing stands still.")
        if options["seen"]:
            alarms.update(seen_at=clock.now())
        elif found:
            raise SystemExit(1)

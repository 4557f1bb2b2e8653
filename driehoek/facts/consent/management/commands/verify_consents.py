"""`verify_consents` reads the whole ledger and says which answers somebody meddled with."""

from typing import Any  # the options of a command

from django.core.management.base import BaseCommand, CommandError

from driehoek.facts.consent.models import ConsentAnswer, broken_links


class Command(BaseCommand):
    help = "Checks the chain of every child's answers. Ends with an error when one does not follow."

    def handle(self, **options: Any) -> None:
        answers = ConsentAnswer.objects.order_by("student", "number")
        broken = broken_links(answers.iterator(chunk_size=2000))
        if broken:
            raise CommandError("Changed, missing or put in between: answers " + ", ".join(map(str, broken)))
        self.stdout.write(f"{answers.count()} answers, each follows from the one before it.")

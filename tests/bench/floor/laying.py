"""The table of the floor page, which is no part of the portal."""

import json

from django.db import connection
from django.utils import timezone

from tests.bench.floor.models import Note

NOTES = 200  # of each reader
TEXT = "We bouwden bruggen van papier. De brug met driehoeken hield 24 boeken! Morgen een toren.\n\n" * 6


def main(people: str) -> None:
    """Beside a board that is there already."""
    with connection.schema_editor() as editor:
        editor.create_model(Note)
    Note.objects.bulk_create(
        Note(
            reader=reader,
            title=f"Bruggen bouwen {number}",
            text=TEXT,
            author="Juf Anouk",
            out_at=timezone.now(),
        )
        for reader in json.loads(people)["readers"]
        for number in range(NOTES)
    )

"""When the moment of a newsletter has come: for each reader a copy, with her own blocks and nobody else's."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.db import transaction

from driehoek.backbone.journal.models import record
from driehoek.backbone.notifications.letter import known
from driehoek.backbone.translation.reading import read_in, waits
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Holiday
from driehoek.features.newsletters.coming import shows_told_before
from driehoek.features.newsletters.letter import LOOK_AHEAD
from driehoek.features.newsletters.models import Block, Copy, CopyLine, Edition, Newsletter, Sending
from driehoek.features.newsletters.recipients import Received, received

BATCH = 200  # people a transaction
MADE = "newsletters.copy.made"
WORDS_TAKE = dt.timedelta(minutes=10)  # so long a letter waits for a translation; then it goes as it is


def copy_due(now: dt.datetime) -> None:
    """Killed half-way, it goes on where it was; run twice, nobody gets two."""
    due = Sending.objects.filter(due_at__lte=now, copied_at=None, newsletter__withdrawal=None)
    for sending in due.select_related("newsletter__school").order_by("due_at", "pk"):
        Copying(sending, now).make()


@dataclass(frozen=True)
class Copying:
    sending: Sending
    now: dt.datetime

    @property
    def newsletter(self) -> Newsletter:
        return self.sending.newsletter

    def make(self) -> None:
        for block in self.blocks:
            block.aim(self.now)
        people = Person.objects.filter(pk__in=self.readers).order_by("pk")
        if self._words_are_coming({known(person.language) for person in people}):
            return
        listed = list(people)
        for start in range(0, len(listed), BATCH):
            self._write(listed[start : start + BATCH])
        Sending.objects.filter(pk=self.sending.pk).update(copied_at=self.now)

    @cached_property
    def blocks(self) -> list[Block]:
        rows = self.newsletter.blocks.select_related("newsletter__school", "audience")
        return list(rows.order_by("pk"))

    @cached_property
    def earlier(self) -> list[Block]:
        """Shown work of earlier letters, which comes along for whom it was."""
        return list(shows_told_before(self.newsletter, day_of(self.now), self.now))

    @cached_property
    def holidays(self) -> list[Holiday]:
        day = day_of(self.now)
        rows = Holiday.objects.filter(school=self.newsletter.school, ends_on__gte=day)
        return list(rows.filter(starts_on__lte=day + LOOK_AHEAD).order_by("starts_on"))

    @cached_property
    def readers(self) -> dict[int, list[Received]]:
        """For whom there is nothing in it, gets nothing."""
        return received(self.blocks, day_of(self.now))

    @cached_property
    def beside(self) -> Mapping[int, list[Received]]:
        return received(self.earlier, day_of(self.now))

    def _words_are_coming(self, languages: Iterable[str]) -> bool:
        """Ask for what must be translated, and wait a little for it."""
        things = [self.newsletter.texts, *(block.texts for block in self.blocks)]
        texts = [text for thing in things for text in thing.values()]
        late = self.now >= self.sending.due_at + WORDS_TAKE
        for language in sorted(languages):
            read_in(language, things, now=self.now)
        return not late and any(waits(language, texts) for language in languages)

    @transaction.atomic
    def _write(self, people: list[Person]) -> None:
        Newsletter.objects.select_for_update().get(pk=self.newsletter.pk)  # of two runs the second finds them
        have = set(
            Copy.objects.filter(newsletter=self.newsletter, person__in=people).values_list(
                "person", flat=True
            )
        )
        new = [person for person in people if person.pk not in have]
        copies = [
            Copy(
                newsletter=self.newsletter,
                edition=self._edition(known(person.language)),
                person=person,
                at=self.now,
            )
            for person in new
        ]
        for copy in Copy.objects.bulk_create(copies):
            record(MADE, copy, by=None, at=self.now)
        CopyLine.objects.bulk_create(line for copy in copies for line in self._lines(copy))

    def _lines(self, copy: Copy) -> list[CopyLine]:
        hers = [*self.readers[copy.person_id], *self.beside.get(copy.person_id, [])]
        return [CopyLine(copy=copy, block=one.block, student_id=one.student, place=one.place) for one in hers]

    def _edition(self, language: str) -> Edition:
        if language not in self._editions:
            blocks = [*self.blocks, *self.earlier]
            frozen = Edition.freeze(self.newsletter, language, blocks, self.holidays, self.now)
            self._editions[language] = frozen
        return self._editions[language]

    @cached_property
    def _editions(self) -> dict[str, Edition]:
        return {}

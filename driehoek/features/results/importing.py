"""From files to a proposal, and from a yes to rows: all of it in one transaction, or nothing."""

import datetime as dt
import hashlib
from collections import Counter

from django.db import transaction

from driehoek.backbone.journal.models import record
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.roster_import.changes import WorldChanged
from driehoek.facts.schools.roster_import.proposal import as_rows
from driehoek.facts.schools.roster_import.roster import RosterRefused
from driehoek.features.results.comparing import Comparing, ItemChange, ResultChange
from driehoek.features.results.models import ColumnChoices, Decision, Proposal, Source, Upload
from driehoek.features.results.reading.columns import MARKS
from driehoek.features.results.reading.formats import opened, titles_of
from driehoek.features.results.said import Book
from driehoek.features.results.taking import Taking

ACTIONS = ("added", "changed", "ended")


class Weighing:
    """What a book would change, by subject; and a digest that is another one as soon as that is."""

    def __init__(self) -> None:
        self.counts: dict[str, Counter[str]] = {}
        self._told = hashlib.sha256()
        self.is_empty = True

    def weigh(self, book: Book, comparing: Comparing) -> None:
        for changes in comparing.items(book.items):
            for change in changes:
                self._tell(change)
        for some in comparing.results(book.results()):
            for result in some:
                self._tell(result)
                self.counts.setdefault(result.item.subject, Counter())[result.action] += 1

    def _tell(self, change: ItemChange | ResultChange) -> None:
        self.is_empty = False
        key = change.key if isinstance(change, ItemChange) else change.said.key
        self._told.update(repr((change.action, key, change.facts)).encode())

    @property
    def digest(self) -> str:
        return self._told.hexdigest()

    @property
    def by_subject(self) -> dict[str, dict[str, int]]:
        return {subject: {one: n[one] for one in ACTIONS} for subject, n in sorted(self.counts.items())}


def unclear_sheets(upload: Upload) -> dict[str, list[str]]:
    """Sheets whose columns somebody must explain first. Raises RosterRefused."""
    remembered = ColumnChoices.of(upload.school)
    return {
        file: titles
        for file, titles in sheets_of(upload).items()
        if not any(MARKS.fits(chosen, titles) for chosen in remembered)
    }


def sheets_of(upload: Upload) -> dict[str, list[str]]:
    """Every sheet of the school's own: file to titles. None when the files are gone."""
    return titles_of(upload.files) if upload.files else {}


@transaction.atomic
def look(upload: Upload, now: dt.datetime) -> None:
    """Make the proposal, or write down why that is not possible. Looking again replaces it."""
    try:
        weighed, book = _weigh(upload, now)
    except RosterRefused as refused:
        upload.refuse(refused.fault)
        return
    Proposal.objects.filter(upload=upload).delete()
    Proposal.objects.create(
        upload=upload,
        digest=weighed.digest,
        is_empty=weighed.is_empty,
        counts=weighed.by_subject,
        faults=as_rows(book.complaints.faults),
        notes=as_rows(book.complaints.notes),
    )
    if weighed.is_empty and not book.complaints.faults:
        upload.forget()


def _weigh(upload: Upload, now: dt.datetime) -> tuple[Weighing, Book]:
    weighed = Weighing()
    with opened(upload.files, ColumnChoices.of(upload.school)) as book:
        weighed.weigh(book, Comparing(upload.source, book.complaints, day_of(now)))
    return weighed, book


def agree(upload: Upload, digest: str, *, by: Person, now: dt.datetime) -> None:
    """Do what was shown under this digest. Saying it twice does it once.

    Raises WorldChanged when it would no longer do that, and RosterRefused.
    """
    if Decision.objects.filter(upload=upload).exists():
        return
    with transaction.atomic():
        Source.objects.select_for_update().get(pk=upload.source_id)
        if Decision.objects.filter(upload=upload).exists():
            return
        if _weigh(upload, now)[0].digest != digest:
            raise WorldChanged
        _take(upload, now)
        Decision.objects.create(upload=upload, is_agreed=True, by=by, at=now)
        record("results.import.agreed", upload, by=by, at=now)
        transaction.on_commit(upload.forget)


def _take(upload: Upload, now: dt.datetime) -> None:
    with opened(upload.files, ColumnChoices.of(upload.school)) as book:
        taking = Taking(upload.source, Comparing(upload.source, book.complaints, day_of(now)), now)
        taking.items(book.items)
        taking.results(book.results())

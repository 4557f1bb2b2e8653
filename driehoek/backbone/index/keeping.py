"""The index follows the journal: whatever happened to a thing, its row is made again or taken away."""

from collections.abc import Iterable, Iterator
from typing import Any  # what a signal sends along

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Exists, OuterRef

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.index.declaring import BESIDE, CARRIED, SEARCHABLE, text_of
from driehoek.backbone.index.models import Findable
from driehoek.backbone.index.words import folded
from driehoek.backbone.journal.models import Entry

BATCH = 500


def on_recorded(entry: Entry, **_: Any) -> None:
    """In the transaction of what happened, so that the index never says what is not so."""
    thing = entry.subject
    if isinstance(thing, Guarded) and type(thing) in SEARCHABLE:
        keep([thing])
    if thing is not None and type(thing) in CARRIED:
        keep(CARRIED[type(thing)](thing))


@transaction.atomic
def keep(things: Iterable[Guarded]) -> None:
    """Write the rows of these things anew. May be said twice."""
    things = list(things)
    for model in {type(thing) for thing in things}:
        keys = [thing.pk for thing in things if type(thing) is model]
        Findable.objects.filter(kind=ContentType.objects.get_for_model(model), thing__in=keys).delete()
    rows = [row for thing in things if (row := _row(thing))]
    Findable.objects.bulk_create(rows, ignore_conflicts=True)


def _row(thing: Guarded) -> Findable | None:
    text = text_of(thing)
    if text is None or thing.pk is None:
        return None
    kind = ContentType.objects.get_for_model(type(thing)).pk
    words = folded(f"{text.title} {text.words}")
    return Findable.row(shelf=text.shelf, kind=kind, thing=thing.pk, at=text.at, words=words)


def catch_up() -> int:
    """Everything that is not in the index yet, and away with what is gone. Gives how many were looked at."""
    looked_at = 0
    for model in SEARCHABLE:
        for batch in _missing(model):
            keep(batch)
            looked_at += len(batch)
        _forget_orphans(model)
    return looked_at


def _missing(model: type[Guarded]) -> Iterator[list[Guarded]]:
    kind = ContentType.objects.get_for_model(model)
    there = Findable.objects.filter(kind=kind, thing=OuterRef("pk"))
    missing = model._default_manager.filter(~Exists(there)).select_related(*BESIDE[model]).order_by("pk")
    batch = list(missing[:BATCH])
    while batch:
        yield batch
        batch = list(missing.filter(pk__gt=batch[-1].pk)[:BATCH])


def _forget_orphans(model: type[Guarded]) -> None:
    kind = ContentType.objects.get_for_model(model)
    alive = model._default_manager.filter(pk=OuterRef("thing"))
    Findable.objects.filter(~Exists(alive), kind=kind).delete()

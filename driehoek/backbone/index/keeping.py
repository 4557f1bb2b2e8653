"""The index follows the journal and the memory of translations: whatever happened to a thing, or to its words
in another language, its rows are made again or taken away."""

from collections.abc import Iterable, Iterator
from typing import Any  # what a signal sends along

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Exists, OuterRef

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.index.declaring import BESIDE, CARRIED, SEARCHABLE, Text, text_of
from driehoek.backbone.index.models import Findable, FindableIn, FindableText, key_of
from driehoek.backbone.index.words import folded
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.translation.models import Changed
from driehoek.backbone.translation.reading import Told, as_written, remembered_everywhere

BATCH = 500
TABLES = (Findable, FindableIn, FindableText)


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
        _hold(model, keys)
        for table in TABLES:
            table.objects.filter(kind=ContentType.objects.get_for_model(model), thing__in=keys).delete()
    found = [(thing, text) for thing in things if thing.pk and (text := text_of(thing))]
    told = remembered_everywhere(text.parts for _thing, text in found)
    rows = [Rows(thing, text, read) for (thing, text), read in zip(found, told, strict=True)]
    Findable.objects.bulk_create((each.written for each in rows), ignore_conflicts=True)
    FindableIn.objects.bulk_create((one for each in rows for one in each.read), ignore_conflicts=True)
    FindableText.objects.bulk_create(one for each in rows for one in each.texts)


def _hold(model: type[Guarded], keys: list[Any]) -> None:
    """Whoever else writes of these things waits, and then sees what became of them."""
    held = model._default_manager.filter(pk__in=keys).order_by("pk").select_for_update(no_key=True)
    list(held.values_list("pk", flat=True))


class Rows:
    """Those of one thing. `told` is what can be read of it, by language."""

    def __init__(self, thing: Guarded, text: Text, told: dict[str, Told]) -> None:
        self.text, self.told = text, told
        self.of = {"kind_id": ContentType.objects.get_for_model(type(thing)).pk, "thing": thing.pk}

    @property
    def written(self) -> Findable:
        words = self._words(as_written(self.text.parts))
        return Findable(id=self._key(), shelf=self.text.shelf, at=self.text.at, words=words, **self.of)

    @property
    def read(self) -> list[FindableIn]:
        """Not where somebody wrote it in Dutch: as it was written it is looked for in Dutch already."""
        return [
            FindableIn(id=self._key(language), words=self._words(told), **self.of)
            for language, told in self.told.items()
            if told.is_translated or language != settings.LANGUAGE_CODE
        ]

    @property
    def texts(self) -> list[FindableText]:
        digests = {digest for part in self.text.parts.values() for digest in part.digests}
        return [FindableText(digest=digest, **self.of) for digest in sorted(digests)]

    def _key(self, language: str = "") -> int:
        return key_of(self.text.shelf, self.of["kind_id"], self.of["thing"], language)

    def _words(self, told: Told) -> str:
        said = self.text.said(told)
        return folded(f"{said.title} {said.words}")


def follow() -> int:
    """Once more everything that says a text of which the memory of translations now says something else.
    Gives how many texts; more than a batch are left for another time."""
    changed = list(Changed.objects.order_by("pk")[:BATCH])
    said = FindableText.objects.filter(digest__in={one.digest for one in changed})
    for model in SEARCHABLE:
        keys = said.filter(kind=ContentType.objects.get_for_model(model)).values_list("thing", flat=True)
        for key in sorted(set(keys)) if changed else ():
            _keep_anew(model, key)
    Changed.objects.filter(pk__in=[one.pk for one in changed]).delete()
    return len(changed)


@transaction.atomic
def _keep_anew(model: type[Guarded], key: int) -> None:
    """One at a time, so that we hold nothing for which somebody waits who holds what we need."""
    _hold(model, [key])
    keep(model._default_manager.filter(pk=key).select_related(*BESIDE[model]))


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
    there, known = (
        Exists(table.objects.filter(kind=kind, thing=OuterRef("pk"))) for table in (Findable, FindableText)
    )
    missing = model._default_manager.filter(~there | ~known).select_related(*BESIDE[model]).order_by("pk")
    batch = list(missing[:BATCH])
    while batch:
        yield batch
        batch = list(missing.filter(pk__gt=batch[-1].pk)[:BATCH])


def _forget_orphans(model: type[Guarded]) -> None:
    kind = ContentType.objects.get_for_model(model)
    alive = model._default_manager.filter(pk=OuterRef("thing"))
    for table in TABLES:
        table.objects.filter(~Exists(alive), kind=kind).delete()

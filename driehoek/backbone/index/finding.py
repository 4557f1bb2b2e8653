"""What a viewer finds: never a hit, a count or a word of what she may not see."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any, NamedTuple  # what is asked, handed on

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import get_language

from driehoek.backbone.access.prepared import prepared
from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.index.declaring import BESIDE, SEARCHABLE, Said, Text, text_of
from driehoek.backbone.index.models import Asked, Findable, asked_for
from driehoek.backbone.index.shelves import shelves_of
from driehoek.backbone.index.snippets import Piece, snippet
from driehoek.backbone.index.words import stems
from driehoek.backbone.translation.reading import Told, remembered

A_PAGE = 20


@dataclass(frozen=True)
class Hit:
    """One thing that was found as its reader can read it, with the words around what was sought."""

    text: Text
    told: Told
    said: Said
    title: list[Piece]
    beginning: list[Piece]

    @property
    def language(self) -> str:
        """Of the beginning; empty when it goes from one to another."""
        spoken = {shown.language for name, shown in self.told.items() if name.startswith("words")}
        return spoken.pop() if len(spoken) == 1 else ""


class Mark(NamedTuple):
    """How far one has read: much news comes out at the same bell, so the moment alone would skip some."""

    at: dt.datetime
    key: int


@dataclass(frozen=True)
class Found:
    """A page of hits, the newest first; `rest_before` is where the next page begins, if there is one."""

    hits: list[Hit]
    rest_before: Mark | None = None


def search(viewer: Viewer, sought: str, *, before: Mark | None = None) -> Found:
    """Everything this viewer may see that holds these words, as it was written or as she reads it.
    One query, one for each kind of thing, and one for what is translated; nothing is asked for."""
    language = get_language() or settings.LANGUAGE_CODE
    wanted, hers, shelves = stems(sought), stems(sought, language), shelves_of(viewer)
    if not wanted or not shelves:
        return Found([])
    kinds = tuple(ContentType.objects.get_for_model(model).pk for model in SEARCHABLE)
    asked = asked_for(wanted, shelves), asked_for(hers, shelves, language)
    found = prepared(_found, viewer, *map(tuple, asked), kinds, tuple(before or ()))
    hits = _hits(found[:A_PAGE], [*wanted, *hers], language)
    last = found[A_PAGE - 1] if len(found) > A_PAGE else None
    return Found(hits, Mark(last.at, last.pk) if last else None)


def _found(
    viewer: Viewer,
    written: tuple[Any, ...],
    read: tuple[Any, ...],
    kinds: tuple[int, ...],
    before: tuple[dt.datetime, int] | tuple[()],
) -> QuerySet[Findable]:
    """A page and one more, the newest first."""
    found = Findable.objects.holding(Asked(*written), Asked(*read)).filter(_seen_by(viewer, kinds))
    if before:
        at, key = before
        found = found.filter(Q(at__lt=at) | Q(at=at, pk__lt=key))
    return found.order_by("-at", "-pk")[: A_PAGE + 1]


def _seen_by(viewer: Viewer, kinds: tuple[int, ...]) -> Q:
    """`kinds` are the keys of the kinds of things that can be found, in their order."""
    seen = Q(pk__in=[])
    for model, kind in zip(SEARCHABLE, kinds, strict=True):
        mine = model._default_manager.visible_to(viewer).filter(pk=OuterRef("thing"))
        seen |= Q(Exists(mine), kind=kind)
    return seen


def _hits(rows: list[Findable], wanted: list[str], language: str) -> list[Hit]:
    things = _things(rows)
    every = [text_of(things[row.kind_id, row.thing]) for row in rows if (row.kind_id, row.thing) in things]
    texts = [text for text in every if text is not None]
    told = remembered(language, [text.shown for text in texts])
    return [_hit(text, read, wanted) for text, read in zip(texts, told, strict=True)]


def _hit(text: Text, told: Told, wanted: list[str]) -> Hit:
    said = text.said(told)
    title, beginning = snippet(said.title, wanted, whole=True), snippet(said.words, wanted)
    return Hit(text, told, said, title, beginning)


def _things(rows: list[Findable]) -> dict[tuple[int, int], Guarded]:
    keys: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        keys[row.kind_id].append(row.thing)
    things: dict[tuple[int, int], Guarded] = {}
    for model in SEARCHABLE:
        kind = ContentType.objects.get_for_model(model).pk
        found = model._default_manager.filter(pk__in=keys.get(kind, [])).select_related(*BESIDE[model])
        things |= {(kind, thing.pk): thing for thing in (found if kind in keys else [])}
    return things

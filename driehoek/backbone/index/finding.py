"""What a viewer finds: never a hit, a count or a word of what she may not see."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet

from driehoek.backbone.access.prepared import prepared
from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.index.declaring import BESIDE, SEARCHABLE, Text, text_of
from driehoek.backbone.index.models import Findable, asked_for
from driehoek.backbone.index.shelves import shelves_of
from driehoek.backbone.index.snippets import Piece, snippet
from driehoek.backbone.index.words import stems

A_PAGE = 20


@dataclass(frozen=True)
class Hit:
    """One thing that was found, with the words around what was sought."""

    text: Text
    title: list[Piece]
    beginning: list[Piece]


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
    """Everything this viewer may see that holds these words. One query, and one for each kind of thing."""
    wanted, shelves = stems(sought), shelves_of(viewer)
    if not wanted or not shelves:
        return Found([])
    kinds = tuple(ContentType.objects.get_for_model(model).pk for model in SEARCHABLE)
    found = prepared(_found, viewer, *asked_for(wanted, shelves), kinds, tuple(before or ()))
    hits = _hits(found[:A_PAGE], wanted)
    last = found[A_PAGE - 1] if len(found) > A_PAGE else None
    return Found(hits, Mark(last.at, last.pk) if last else None)


def _found(
    viewer: Viewer,
    sought: tuple[str, ...],
    where: tuple[int, ...],
    kinds: tuple[int, ...],
    before: tuple[dt.datetime, int] | tuple[()],
) -> QuerySet[Findable]:
    """A page and one more, the newest first."""
    found = Findable.objects.holding(sought, where).filter(_seen_by(viewer, kinds))
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


def _hits(rows: list[Findable], wanted: list[str]) -> list[Hit]:
    things = _things(rows)
    texts = [text_of(things[row.kind_id, row.thing]) for row in rows if (row.kind_id, row.thing) in things]
    return [
        Hit(text, snippet(text.title, wanted, whole=True), snippet(text.words, wanted))
        for text in texts
        if text is not None
    ]


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

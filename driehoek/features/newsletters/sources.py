"""What a block was written as before, or went out as too: shown to a colleague who may see that thing."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any  # a thing of any package

from django.apps import apps

from driehoek.backbone.access.viewer import Viewer
from driehoek.features.newsletters.models import Block, Source


def sources_of(blocks: Iterable[Block], viewer: Viewer) -> dict[int, Any]:
    """By block, in one question for each kind of thing. What she may not see is not there."""
    rows = list(Source.objects.filter(block__in=[block.pk for block in blocks]))
    keys = defaultdict[str, set[int]](set)
    for row in rows:
        keys[row.label].add(row.key)
    seen = {label: _seen(label, some, viewer) for label, some in keys.items()}
    return {row.block_id: seen[row.label][row.key] for row in rows if row.key in seen[row.label]}


def _seen(label: str, keys: set[int], viewer: Viewer) -> dict[int, Any]:
    things: Any = apps.get_model(label)._default_manager
    return {thing.pk: thing for thing in things.visible_to(viewer).filter(pk__in=keys)}

"""How views ask. 404 for what you may not see, 403 for what you may not do."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from driehoek.backbone.access.policy import POLICY
from driehoek.backbone.access.prepared import prepared
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer, Visit

Thing = TypeVar("Thing", bound=Model)
LARGEST = 2**63 - 1  # no row has a larger key, and no database takes one


def find(request: Visit, model: type[Thing], *, to: str = "see", **key: object) -> Thing:
    """The thing asked for, if the visitor may see it and may do that with it.

    Where a model has no "see" line, what may not be done is not there either: 404.
    """
    seen = f"{model._meta.label_lower}.see" in POLICY
    first = "see" if seen else to
    if isinstance(pk := key.get("pk"), int) and len(key) == 1:
        thing: Thing = _first(prepared(ByPk(model, first), request.viewer, pk) if pk <= LARGEST else [])
    else:
        thing = get_object_or_404(rows(model, request.viewer, may=first), **key)
    if seen and to != "see" and not rows(model, request.viewer, may=to).filter(pk=thing.pk).exists():
        raise PermissionDenied
    return thing


@dataclass(frozen=True)
class ByPk(Generic[Thing]):
    """The question that nearly every page begins with, put together once."""

    model: type[Thing]
    may: str

    def __call__(self, viewer: Viewer, pk: int) -> QuerySet[Thing]:
        return rows(self.model, viewer, may=self.may).filter(pk=pk)


def _first(found: list[Thing]) -> Thing:
    if not found:
        raise Http404
    return found[0]

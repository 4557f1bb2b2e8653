"""How views ask. 404 for what you may not see, 403 for what you may not do."""

from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.shortcuts import get_object_or_404

from driehoek.backbone.access.policy import POLICY
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit

Thing = TypeVar("Thing", bound=Model)


def find(request: Visit, model: type[Thing], *, to: str = "see", **key: object) -> Thing:
    """The thing asked for, if the visitor may see it and may do that with it.

    Where a model has no "see" line, what may not be done is not there either: 404.
    """
    seen = f"{model._meta.label_lower}.see" in POLICY
    thing = get_object_or_404(rows(model, request.viewer, may="see" if seen else to), **key)
    if seen and to != "see" and not rows(model, request.viewer, may=to).filter(pk=thing.pk).exists():
        raise PermissionDenied
    return thing

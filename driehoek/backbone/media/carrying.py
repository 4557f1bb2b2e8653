"""What carries an attachment: a remark, a message, a work, a photo of which it is the film. Whoever may see
that may have the attachment."""

from functools import cache

from django.apps import apps
from django.db.models import Exists, OuterRef, QuerySet

from driehoek.backbone.access.prepared import prepared
from driehoek.backbone.access.rules.photos import CARRIERS
from driehoek.backbone.media.models import Attachment


def carriers_of(token: str) -> tuple[str, ...]:
    """The models that have a row with this attachment; the policy says who sees that row."""
    found = prepared(_carrying, token)
    return tuple(label for row in found for label, has in zip(CARRIERS, row, strict=True) if has)


def _carrying(token: str) -> QuerySet[Attachment, tuple[bool, ...]]:
    rows: QuerySet[Attachment, tuple[bool, ...]] = (
        Attachment._default_manager.filter(token=token).annotate(**carrying()).values_list(*carrying())
    )
    return rows


@cache
def carrying() -> dict[str, Exists]:
    """For each kind of carrier, in their order, whether it has a row with the attachment."""
    carriers = {label: apps.get_model(label)._default_manager for label in CARRIERS}
    return {
        label.replace(".", "_"): Exists(carrier.filter(**{CARRIERS[label]: OuterRef("pk")}))
        for label, carrier in carriers.items()
    }

"""The page on which the school joins the system of its roster: the form, and how the last times went."""

from collections.abc import Mapping
from typing import Any  # Django's forms take whatever a request holds

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from driehoek.facts.schools.joining.forms import ServerForm
from driehoek.features.rosters.models import Connection, Run

LAST = 10  # runs on the page


class ConnectionForm(ServerForm):
    def __init__(self, data: Mapping[str, Any] | None, *, before: Connection | None) -> None:
        super().__init__(data, before=before, name=before.name if before else "")
        self.fields["name"].help_text = _("Bijvoorbeeld ParnasSys. Alleen de school leest dit.")


def last_runs(connection: Connection | None) -> list[Run]:
    """The very last, and before that those of which there is something to tell: most hours bring nothing."""
    if connection is None:
        return []
    runs = Run.objects.filter(connection=connection).order_by("-began_at", "-pk")
    told = Q(ended_at=None) | Q(upload__isnull=False) | Q(by__isnull=False) | Q(waits=True)
    told |= ~Q(refusal="") | ~Q(unusable="") | Q(pk__in=runs.values("pk")[:1])
    whole = ("by", "upload__refusal", "upload__decision", "upload__proposal")
    return list(runs.filter(told).select_related(*whole)[:LAST])

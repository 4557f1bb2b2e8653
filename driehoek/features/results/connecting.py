"""The page on which the school joins its own system: the form, and how the last times went."""

from collections.abc import Mapping
from typing import Any  # Django's forms take whatever a request holds

from django.utils.translation import gettext_lazy as _

from driehoek.facts.schools.joining.forms import ServerForm
from driehoek.features.results.models import Connection, Run

LAST = 10  # runs on the page


class ConnectionForm(ServerForm):
    def __init__(self, data: Mapping[str, Any] | None, *, before: Connection | None) -> None:
        super().__init__(data, before=before, name=before.source.name if before else "")
        self.fields["name"].help_text = _(
            "Bijvoorbeeld Magister. Ouders en leerlingen lezen dit bij het resultaat."
        )


def last_runs(connection: Connection | None) -> list[Run]:
    if connection is None:
        return []
    return list(Run.objects.filter(connection=connection).order_by("-began_at", "-pk")[:LAST])

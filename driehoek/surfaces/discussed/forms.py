"""What is ticked to lie beside a point."""

from typing import Any  # what a form is given

from django import forms
from django.utils.dateformat import format as date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from driehoek.base.core.clock import amsterdam
from driehoek.features.portfolio.models import Work
from driehoek.features.results.models import Result
from driehoek.surfaces.discussed.laying import Desk

GONE = _("Dit is er niet meer. Kies opnieuw.")


def ticks(label: Any) -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(
        label=label, coerce=int, required=False, widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": GONE},
    )  # fmt: skip


class LayForm(forms.Form):
    """Nothing at all is a choice too."""

    works = ticks(_("Werk"))
    results = ticks(_("Resultaten"))

    def __init__(self, *args: Any, desk: Desk) -> None:
        super().__init__(*args)
        self.initial = desk.laid
        self._offer("works", [(work.pk, _work(work)) for work in desk.works])
        self._offer("results", [(result.pk, _result(result)) for result in desk.results])

    def _offer(self, name: str, choices: list[tuple[int, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # a choice field
        if not choices:
            self.fields[name].widget = forms.MultipleHiddenInput()


def _work(work: Work) -> str:
    title = work.told["title"].words if work.title else gettext("Zonder naam")
    return f"{title} · {date_format(amsterdam(work.at), gettext('j F'))}"


def _result(result: Result) -> str:
    return f"{result.item.subject}: {result.item.told['title'].words} · {result.value}"

"""Which talks a year of students has, and when."""

from typing import Any  # what a form is given

from django import forms
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from driehoek.features.talks.models import Kind
from driehoek.features.talks.models.cycle import FIRST_MONTH, HUNDRED_DAYS

FIELD = {"class": "field field-short"}
YEAR = [(number - 1) % 12 + 1 for number in range(FIRST_MONTH, FIRST_MONTH + 12)]


class LayerForm(forms.Form):
    layer = forms.TypedChoiceField(label=_("Leerjaar"), coerce=int, widget=forms.Select(FIELD))

    def __init__(self, *args: Any, layers: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["layer"].choices = [(layer, layer) for layer in layers]  # type: ignore[attr-defined]


class StepForm(LayerForm):
    """One talk in one month."""

    kind = forms.ChoiceField(label=_("Wat voor gesprek?"), choices=Kind.choices, widget=forms.Select(FIELD))
    month = forms.TypedChoiceField(
        label=_("Maand"), coerce=int, widget=forms.Select(FIELD),
        choices=[(month, MONTHS[month]) for month in YEAR],
    )  # fmt: skip

    @property
    def steps(self) -> list[tuple[int, str, int]]:
        said = self.cleaned_data
        return [(said["layer"], said["kind"], said["month"])]


class HundredForm(LayerForm):
    """The first hundred days after the step to another school: start, week three, autumn."""

    @property
    def steps(self) -> list[tuple[int, str, int]]:
        return [(self.cleaned_data["layer"], kind, month) for kind, month in HUNDRED_DAYS]

"""What a teacher or a student fills in about one moment on the way through school."""

import datetime as dt
from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from driehoek.base.shell.fields import Remark
from driehoek.features.timeline.models import OF_HER_OWN, Milestone, MilestoneKind

FIELD = {"class": "field"}
BACK, AHEAD = dt.timedelta(days=3_660), dt.timedelta(days=800)  # of a school career, and of what is planned
SAID = ("kind", "title", "words", "place", "starts_on", "ends_on")


class DayInput(forms.DateInput):
    def __init__(self) -> None:
        super().__init__(attrs=FIELD | {"type": "date"}, format="%Y-%m-%d")


class MilestoneForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("Wat is het?"), widget=forms.RadioSelect)
    title = forms.CharField(
        label=gettext_lazy("Titel"), max_length=120, widget=forms.TextInput(FIELD),
        help_text=gettext_lazy("Zoals: mijn profiel is gekozen."),
        error_messages={"required": gettext_lazy("Geef het een titel.")},
    )  # fmt: skip
    words = Remark(
        label=gettext_lazy("Meer erover"), max_length=600, required=False,
        widget=forms.Textarea(FIELD | {"rows": 3}),
    )  # fmt: skip
    place = forms.CharField(
        label=gettext_lazy("Waar?"), max_length=120, required=False, widget=forms.TextInput(FIELD),
        help_text=gettext_lazy("Bij een stage: hoe heet het bedrijf?"),
    )  # fmt: skip
    starts_on = forms.DateField(
        label=gettext_lazy("Wanneer?"), widget=DayInput,
        error_messages={
            "required": gettext_lazy("Kies een dag.")
        },
    )  # fmt: skip
    ends_on = forms.DateField(
        label=gettext_lazy("Tot en met"), required=False, widget=DayInput
    )  # fmt: skip
    for_home = forms.BooleanField(label=gettext_lazy("Thuis mag dit zien"), required=False, initial=True)

    def __init__(self, *args: Any, milestone: Milestone, today: dt.date, **more: Any) -> None:
        super().__init__(*args, **more | {"initial": _known(milestone, today)})
        self.milestone, self.today = milestone, today
        kinds = [
            MilestoneKind(kind) for kind in (OF_HER_OWN if milestone.is_by_her else MilestoneKind.values)
        ]
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]  # type: ignore[attr-defined]
        if not milestone.is_by_her:
            self.fields["for_home"].help_text = _(
                "De leerling ziet het meteen. Thuis ziet het een dag later."
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("starts_on"), given.get("ends_on")
        if first and not self.today - BACK <= first <= self.today + AHEAD:
            self.add_error("starts_on", _("Deze dag is te ver weg."))
        if first and last and not first <= last <= first + AHEAD:
            self.add_error("ends_on", _("De laatste dag ligt vóór de eerste, of heel ver weg."))
        if not self.errors and self.milestone.is_taken(self.said, for_home=self.for_home_too):
            self.add_error("title", _("Dit staat er op die dag al. Geef het een andere titel."))
        return given

    @property
    def said(self) -> dict[str, object]:
        return {name: self.cleaned_data[name] for name in SAID}

    @property
    def for_home_too(self) -> bool:
        return bool(self.cleaned_data["for_home"])


def _known(milestone: Milestone, today: dt.date) -> dict[str, object]:
    if milestone.pk is None:
        return {"starts_on": today, "kind": MilestoneKind.REACHED}
    return {name: getattr(milestone, name) for name in SAID} | {"for_home": milestone.home_at is not None}

"""What a mentor fills in to give an assignment, and what a student or a guardian says about one."""

import datetime as dt
from collections.abc import Sequence
from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.media.forms import SpeakingForm
from driehoek.base.shell.fields import Area, Words, needed
from driehoek.facts.people.models import Person
from driehoek.features.career.bank import Task

USUAL, LONGEST = dt.timedelta(days=21), dt.timedelta(days=200)  # what one needs, and within a school year


class DayInput(forms.DateInput):
    def __init__(self) -> None:
        super().__init__(attrs={"class": "field", "type": "date"}, format="%Y-%m-%d")


class GivingForm(forms.Form):
    """One of ours, for whom, and until when."""

    key = forms.ChoiceField(
        label=_("Welke opdracht?"), widget=forms.RadioSelect,
        error_messages={"required": _("Kies een opdracht.")},
    )  # fmt: skip
    students = forms.TypedMultipleChoiceField(
        label=_("Voor wie?"), coerce=int, widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies voor wie de opdracht is.")},
    )  # fmt: skip
    due_on = forms.DateField(
        label=_("Tot en met welke dag?"), widget=DayInput,
        error_messages={"required": _("Kies een dag.")},
    )  # fmt: skip

    def __init__(
        self, *args: Any, tasks: Sequence[Task], pupils: Sequence[Person], today: dt.date, **more: Any
    ) -> None:
        everybody = {"due_on": today + USUAL, "students": [one.pk for one in pupils]}
        super().__init__(*args, **more | {"initial": everybody})
        self.today, self.ours = today, tasks
        self.fields["key"].choices = [(task.key, task.told.title) for task in tasks]  # type: ignore[attr-defined]
        self.fields["students"].choices = [(one.pk, one.name) for one in pupils]  # type: ignore[attr-defined]

    @property
    def tasks(self) -> list[tuple[Any, Task]]:
        """Each choice with all there is to know of it."""
        return list(zip(self["key"], self.ours, strict=True))

    def clean_due_on(self) -> dt.date:
        day: dt.date = self.cleaned_data["due_on"]
        if not self.today < day <= self.today + LONGEST:
            raise forms.ValidationError(_("Kies een dag die nog komt, in dit schooljaar."))
        return day


class OutcomeForm(SpeakingForm):
    """A tick, a few words or a voice: one of them is enough."""

    together = forms.BooleanField(label=_("Wij deden het samen"), required=False)
    text = needed(
        Words(label=_("Wat kwam eruit?"), max_length=1_500, required=False, widget=Area(rows=4)),
        _("of spreek iets in, of zet alleen een vinkje"),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if not self.errors and not (said["together"] or said["text"].strip() or self.voice):
            self.add_error("together", _("Vink aan dat jullie het deden, of vertel er iets over."))
        return said

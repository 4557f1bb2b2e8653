"""When shown work can be seen and where, and whether we ask who comes: the same wherever it is filled in."""

import datetime as dt
from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.base.shell.fields import Words

FIELD = {"class": "field"}
AHEAD = dt.timedelta(days=400)
NAMES = ("on", "starts", "ends", "place", "asks")


class ShowForm(forms.Form):
    """A day that is still to come."""

    on = forms.DateField(
        label=_("Welke dag?"), widget=forms.DateInput(FIELD | {"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Kies een dag."), "invalid": _("Kies een dag.")},
    )  # fmt: skip
    starts = forms.TimeField(
        label=_("Van hoe laat?"), widget=forms.TimeInput(FIELD | {"type": "time"}, format="%H:%M"),
        error_messages={"required": _("Kies een tijd."), "invalid": _("Kies een tijd.")},
    )  # fmt: skip
    ends = forms.TimeField(
        label=_("Tot hoe laat?"), required=False,
        widget=forms.TimeInput(FIELD | {"type": "time"}, format="%H:%M"),
        error_messages={"invalid": _("Kies een tijd.")},
    )  # fmt: skip
    place = Words(label=_("Waar?"), max_length=120, required=False, widget=forms.TextInput(FIELD))
    asks = forms.BooleanField(label=_("Vraag wie er komt"), required=False, initial=True)
    today: dt.date  # of who fills it in

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        on = said.get("on")
        if on and not self.today <= on <= self.today + AHEAD:
            self.add_error("on", _("Kies een dag die nog komt."))
        starts, ends = said.get("starts"), said.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", _("Het einde ligt vóór het begin."))
        return said

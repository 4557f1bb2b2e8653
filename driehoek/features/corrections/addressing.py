"""What a guardian fills in about where she lives."""

import datetime as dt
from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.base.shell.fields import Area, Remark
from driehoek.features.corrections.addresses import Address, postal_code
from driehoek.features.corrections.models import Correction

BACK, AHEAD = dt.timedelta(days=366), dt.timedelta(days=366)  # told a year late or a year early, no more
HERE = ("street", "postal_code", "town")


def line(label: Any, missing: Any, length: int, part: str) -> forms.CharField:
    """One line of an address, which a browser may fill in."""
    return forms.CharField(
        label=label,
        max_length=length,
        widget=forms.TextInput({"class": "field", "dir": "auto", "autocomplete": part}),
        error_messages={"required": missing},
    )


class AddressForm(forms.Form):
    """In the Netherlands, or elsewhere in free lines; and from which day."""

    street = line(_("Straat en huisnummer"), _("Vul je straat en huisnummer in."), 80, "street-address")
    postal_code = line(_("Postcode"), _("Vul je postcode in, zoals 1234 AB."), 12, "postal-code")
    town = line(_("Woonplaats"), _("Vul je woonplaats in."), 60, "address-level2")
    abroad = Remark(
        label=_("Of een adres in een ander land"),
        help_text=_("Schrijf het zoals op een envelop, met het land erbij."),
        max_length=200,
        required=False,
        widget=Area(rows=4),
    )
    starts_on = forms.DateField(
        label=_("Vanaf welke dag woon je daar?"),
        widget=forms.DateInput({"class": "field", "type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Kies een dag.")},
    )

    def __init__(self, *args: Any, today: dt.date, **more: Any) -> None:
        super().__init__(*args, **more)
        self.today = today
        if str(self.data.get("abroad", "")).strip():
            for name in HERE:
                self.fields[name].required = False

    def clean_street(self) -> str:
        given = " ".join(str(self.cleaned_data["street"]).split())
        if given and not any(sign.isdigit() for sign in given):
            raise forms.ValidationError(_("Zet het huisnummer er ook bij."))
        return given

    def clean_postal_code(self) -> str:
        given = str(self.cleaned_data["postal_code"])
        code = postal_code(given)
        if given and code is None:
            raise forms.ValidationError(
                _("Vul een postcode in, zoals 1234 AB. Of gebruik het vak voor een ander land.")
            )
        return code or ""

    def clean_town(self) -> str:
        return " ".join(str(self.cleaned_data["town"]).split())

    def clean_abroad(self) -> str:
        lines = (" ".join(line.split()) for line in str(self.cleaned_data["abroad"]).splitlines())
        return "\n".join(filter(None, lines))

    def clean_starts_on(self) -> dt.date:
        day: dt.date = self.cleaned_data["starts_on"]
        if not self.today - BACK <= day <= self.today + AHEAD:
            raise forms.ValidationError(_("Kies een dag die niet meer dan een jaar weg is."))
        return day

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("abroad") and any(given.get(name) for name in HERE):
            self.add_error("abroad", _("Vul één adres in: in Nederland of in een ander land."))
        return given

    @property
    def address(self) -> Address:
        return Address(**{name: self.cleaned_data[name] for name in (*HERE, "abroad")})


def as_it_waits(waiting: Correction | None) -> dict[str, Any]:
    """What stands in the fields: what she told already and nobody answered yet."""
    if waiting is None:
        return {}
    return vars(Address.read(waiting.after)) | {"starts_on": waiting.starts_on}

"""Where the school's own system is, and who we are to it."""

from collections.abc import Mapping
from typing import Any  # Django's forms take whatever a request holds

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from driehoek.base.core.places import is_at
from driehoek.base.oneroster.refusals import Reason
from driehoek.facts.schools.joining.joined import Joined

OWN = ("address", "token_address", "client_id")  # whoever changes one of these says the secret again
FIELD = {"class": "field", "autocomplete": "off", "dir": "ltr"}


class ServerForm(forms.Form):
    name = forms.CharField(
        label=_("Hoe heet het systeem?"),
        max_length=40,
        widget=forms.TextInput(attrs={"class": "field", "autocomplete": "off"}),
        error_messages={"required": _("Zeg uit welk systeem dit komt.")},
    )
    address = forms.CharField(
        label=_("Adres"),
        max_length=200,
        help_text=_("Dit eindigt meestal op /ims/oneroster."),
        widget=forms.URLInput(attrs=FIELD),
        error_messages={"required": _("Vul het adres in.")},
    )
    token_address = forms.CharField(
        label=_("Adres voor de sleutel (token)"),
        max_length=200,
        widget=forms.URLInput(attrs=FIELD),
        error_messages={"required": _("Vul het adres in.")},
    )
    client_id = forms.CharField(
        label=_("Nummer (client id)"),
        max_length=200,
        widget=forms.TextInput(attrs=FIELD),
        error_messages={"required": _("Vul het nummer in.")},
    )
    secret = forms.CharField(
        label=_("Geheim (client secret)"),
        max_length=500,
        widget=forms.PasswordInput(attrs=FIELD),
        error_messages={"required": _("Vul het geheim in.")},
    )

    def __init__(self, data: Mapping[str, Any] | None, *, before: Joined | None, name: str = "") -> None:
        """`name`: what the system of before is called."""
        known = {field: getattr(before, field) for field in OWN} if before else {}
        super().__init__(data, initial=known | {"name": name})
        self.before = before
        if before:
            self.fields["secret"].required = False
            self.fields["secret"].help_text = _("Leeg laten? Dan blijft het geheim zoals het was.")

    def clean_address(self) -> str:
        return self._place("address").rstrip("/")

    def clean_token_address(self) -> str:
        return self._place("token_address")

    def _place(self, name: str) -> str:
        address: str = self.cleaned_data[name]
        if not is_at(address, settings.ONEROSTER_PLACES):
            raise forms.ValidationError(str(Reason.PLACE.label))
        return address

    def clean(self) -> dict[str, Any]:
        """A secret belongs to the server that it was given for."""
        said = self.cleaned_data
        moved = self.before and any(said.get(field) != getattr(self.before, field) for field in OWN)
        if moved and not said.get("secret"):
            self.add_error("secret", _("Vul het geheim in."))
        return said

    @property
    def said(self) -> dict[str, str]:
        return {name: value for name, value in self.cleaned_data.items() if name != "secret"}

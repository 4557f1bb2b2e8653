"""What an administrator fills in about the provider of a board. The address is tried before it is kept."""

from typing import Any  # what forms hold

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from driehoek.base.openid.discovery import endpoints_of
from driehoek.base.openid.refusals import Reason, Refused
from driehoek.facts.schools.models import Board
from driehoek.features.entry.forms import FieldWidgets
from driehoek.features.entry.models import Provider

CODE = {"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false", "dir": "ltr"}
IN_THE_FORM = {  # where another sentence helps her who sets it up
    Reason.AWAY: _("Dit adres geeft geen antwoord. Klopt het?"),
    Reason.NOT_OURS: _("Dit adres geeft geen antwoord. Klopt het?"),
    Reason.NONSENSE: _("Op dit adres staat geen inlogdienst. Klopt het?"),
    Reason.OTHER_ISSUER: _("De inlogdienst noemt een ander adres. Neem het precies over."),
}
SAID = ("name", "issuer", "client_id", "key_claim", "asks_second", "second_is")


class ProviderForm(FieldWidgets):
    name = forms.CharField(
        label=_("Naam op de knop"),
        help_text=_("Zoals collega's het kennen: Microsoft, Google of SURFconext."),
        max_length=40,
        error_messages={"required": _("Vul in hoe collega's het kennen.")},
    )
    issuer = forms.CharField(
        label=_("Adres van de inlogdienst (issuer)"),
        help_text=_("Begint met https. Neem het precies over, ook een streep aan het eind."),
        max_length=200,
        widget=forms.TextInput(attrs=CODE | {"inputmode": "url"}),
        error_messages={"required": _("Vul het adres van de inlogdienst in.")},
    )
    client_id = forms.CharField(
        label=_("Nummer van Driehoek (client id)"),
        max_length=200,
        widget=forms.TextInput(attrs=CODE),
        error_messages={"required": _("Vul het nummer in dat de inlogdienst gaf.")},
    )
    secret = forms.CharField(
        label=_("Geheim (client secret)"),
        max_length=500,
        widget=forms.PasswordInput(attrs=CODE | {"autocomplete": "new-password"}, render_value=True),
        error_messages={"required": _("Vul het geheim in dat de inlogdienst gaf.")},
    )
    key_claim = forms.CharField(
        label=_("Waar staat het personeelsnummer? (claim)"),
        help_text=_("Leeg: wij zoeken een collega met haar e-mailadres uit de leerlingadministratie."),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs=CODE),
    )
    asks_second = forms.BooleanField(
        label=_("De inlogdienst vraagt altijd een tweede stap, en zegt dat erbij"), required=False
    )
    second_is = forms.CharField(
        label=_("Zo zegt hij dat (acr)"),
        help_text=_(
            "Leeg: er staat 'mfa' in de claim amr. Zegt hij niets? Dan vragen wij zelf een tweede stap."
        ),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=CODE),
    )

    def __init__(self, data: Any, *, board: Board) -> None:
        self.kept = Provider.objects.filter(board=board).first()
        kept = {name: getattr(self.kept, name) for name in SAID} if self.kept else {}
        super().__init__(data, initial=kept)
        if self.kept:
            self.fields["secret"].required = False
            self.fields["secret"].help_text = _(
                "Wij hebben het al, en laten het niet zien. Laat je dit leeg, dan blijft het zo."
            )

    def clean_issuer(self) -> str:
        """Raises what is wrong with it, after asking the provider who it is."""
        issuer = str(self.cleaned_data["issuer"])
        try:
            endpoints_of(issuer)
        except Refused as no:
            raise forms.ValidationError(IN_THE_FORM.get(no.reason, no.reason.label)) from None
        return issuer

    def clean(self) -> dict[str, Any]:
        """A secret of before belongs to the service of before, and never goes to another."""
        given = super().clean() or {}
        if (
            self.kept
            and given.get("issuer", self.kept.issuer) != self.kept.issuer
            and not given.get("secret")
        ):
            self.add_error("secret", self.fields["secret"].error_messages["required"])
        return given

    @cached_property
    def said(self) -> dict[str, object]:
        return {name: self.cleaned_data[name] for name in SAID}

    @property
    def new_secret(self) -> str:
        """Empty: that of before."""
        return str(self.cleaned_data["secret"])

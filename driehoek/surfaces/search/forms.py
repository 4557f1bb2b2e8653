"""What one looks for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.index.words import stems

FIELD = {"class": "field", "type": "search", "autocomplete": "off", "enterkeyhint": "search"}
TOO_SHORT = _("Typ een woord van drie letters of meer.")


class SearchForm(forms.Form):
    sought = forms.CharField(
        label=_("Wat zoek je?"),
        max_length=100,
        widget=forms.TextInput(FIELD),
        error_messages={"required": TOO_SHORT},
    )

    def clean_sought(self) -> str:
        sought = str(self.cleaned_data["sought"])
        if not stems(sought):
            raise forms.ValidationError(TOO_SHORT)
        return sought

"""What school says outside its hours waits for the morning, unless somebody says why it cannot."""

from typing import Any  # what a form cleans

from django import forms
from django.utils.translation import gettext_lazy as _


class HurryForm(forms.Form):
    """Two fields of a form with which school answers; shell/components/_hurry.html shows them."""

    urgent = forms.BooleanField(label=_("Dit kan niet wachten"), required=False)
    reason = forms.CharField(label=_("Waarom niet?"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("urgent") and not self.cleaned_data.get("reason"):
            self.add_error("reason", _("Schrijf kort waarom dit niet kan wachten."))
        return self.cleaned_data

"""A form for something said, with what goes along."""

from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.media.attaching import Attached
from driehoek.backbone.media.models import Attachment


class CarryingForm(forms.Form):
    """What was attached is kept before anything is judged: it is there when the form comes back."""

    def __init__(self, *args: Any, attached: Attached, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.attached = attached

    def is_multipart(self) -> bool:
        """Files go along, which are no field of it."""
        return True

    def clean(self) -> dict[str, Any]:
        if not self.attached.keep():
            raise forms.ValidationError(_("Nog niet verstuurd. Je tekst is er nog."))
        return self.cleaned_data

    @property
    def voice(self) -> Attachment | None:
        """Where nothing but a voice goes along: a picture would have to be asked about."""
        return next((one for one in self.attached.rows if one.kind == Attachment.Kind.VOICE), None)

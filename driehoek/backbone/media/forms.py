"""A form for something said, with what goes along."""

from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.media.attaching import Attached
from driehoek.backbone.media.models import Attachment
from driehoek.base.core.recordings import NotARecording


class CarryingForm(forms.Form):
    """What was attached is kept before anything is judged: it is there when the form comes back."""

    def __init__(self, *args: Any, attached: Attached, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.attached = attached

    def is_multipart(self) -> bool:
        """Files go along, which are no field of it."""
        return True

    def clean(self) -> dict[str, Any]:
        self.attached.says_it_all = not any(
            said for name, said in self.cleaned_data.items() if isinstance(self.fields[name], forms.CharField)
        )
        if not self.attached.keep():
            raise forms.ValidationError(_("Nog niet verstuurd. Je tekst is er nog."))
        return self.cleaned_data


class SpeakingForm(CarryingForm):
    """Nothing but a voice goes along: a picture would have to be asked about."""

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if self.attached.leave_all_but(Attachment.Kind.VOICE):
            self.add_error(None, NotARecording.sentence)
        return said

    @property
    def voice(self) -> Attachment | None:
        return next(iter(self.attached.rows), None)

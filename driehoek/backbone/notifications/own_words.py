"""What somebody answers in words on the page behind a link in her mail: said as a reply to it would be."""

from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.lines import Line
from driehoek.base.shell.fields import TOO_LONG, Area, Words
from driehoek.base.shell.slowing import slow_down


class OwnWords(forms.Form):
    text = Words(label=gettext_lazy("Je antwoord"), widget=Area(rows=4))

    def __init__(self, *args: Any, line: Line, viewer: Viewer) -> None:
        super().__init__(*args)
        self.line, self.viewer = line, viewer
        if self.is_bound and self.is_valid() and line.is_out_of_breath(viewer):
            slow_down(self, _("Dat zijn veel berichten. Wacht tien minuten."), "text")

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if len(text) > self.line.most:
            raise forms.ValidationError(TOO_LONG)
        return text

    def say(self) -> None:
        """Twice within a breath is once."""
        self.line.say(self.viewer, self.cleaned_data["text"], ())

"""What is written down during a talk and after it."""

from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.base.shell.fields import Area, Remark, Words
from driehoek.features.talks.models.record import LONGEST


class NotesForm(forms.Form):
    """Shared notes; `seen` is what stood there when the page was opened."""

    words = Words(
        label=_("Wat bespreken we?"), max_length=LONGEST, required=False, widget=Area(rows=8),
        help_text=_("Iedereen van het gesprek leest mee."),
    )  # fmt: skip
    seen = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, words: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"words": words, "seen": words}


class StaffNoteForm(forms.Form):
    words = Remark(
        label=_("Werknotitie"), max_length=1000, widget=Area(rows=4),
        error_messages={"required": _("Schrijf eerst iets op.")},
    )  # fmt: skip

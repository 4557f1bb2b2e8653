"""What is written down during a talk and after it."""

import datetime as dt
from typing import Any  # what a form is given

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.media.forms import SpeakingForm
from driehoek.base.shell.fields import Area, Remark, Words
from driehoek.facts.people.models import Person
from driehoek.features.talks.models import Aloud, Talk, TalkNotes, TalkRecord
from driehoek.features.talks.models.record import LONGEST, NotWritten

OVERTAKEN = _("Een collega schreef intussen iets, of sprak het in. Kijk hieronder, en voeg het samen.")
WRITE_TOO = _("Schrijf er ook een paar woorden bij. Een verslag moet iedereen kunnen lezen.")


class NotesForm(SpeakingForm):
    """Shared notes; `seen` and `heard` are what stood there when the page was opened."""

    words = Words(
        label=_("Wat bespreken we?"), max_length=LONGEST, required=False, widget=Area(rows=8),
        help_text=_("Iedereen van het gesprek leest mee."),
    )  # fmt: skip
    unspoken = forms.BooleanField(label=_("Haal deze opname weg"), required=False)
    seen = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    heard = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, notes: TalkNotes | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = notes.words if notes else ""
        self.initial = {"words": words, "seen": words}

    def write(self, talk: Talk, *, closes: bool, by: Person, at: dt.datetime) -> bool:
        """Keep them, and close them into a record when asked; else the form says why nothing was kept."""
        given = self.cleaned_data
        aloud = Aloud(self.voice, given["unspoken"], given["heard"])
        try:
            with transaction.atomic():
                if not TalkNotes.write(talk, given["words"], seen=given["seen"], aloud=aloud, by=by, at=at):
                    self.add_error("words", OVERTAKEN)
                elif closes:
                    TalkRecord.close(talk, given["words"], by=by, at=at)
        except NotWritten:
            self.add_error("words", WRITE_TOO)
        return self.is_valid()


class StaffNoteForm(forms.Form):
    words = Remark(
        label=_("Werknotitie"), max_length=1000, widget=Area(rows=4),
        error_messages={"required": _("Schrijf eerst iets op.")},
    )  # fmt: skip

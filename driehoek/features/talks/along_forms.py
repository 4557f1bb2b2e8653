"""Whom school asks along, and whom somebody of home brings."""

import datetime as dt
from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.base.shell.fields import Remark
from driehoek.facts.people.models import Person
from driehoek.features.talks.models import Companion, CompanionKind, Side
from driehoek.features.talks.models.along import TooMany

LINE = {"class": "field"}


class AskAlongForm(forms.Form):
    """One colleague, and why: everybody at the talk reads it."""

    person = forms.TypedChoiceField(
        label=_("Wie vraag je erbij?"), coerce=int, widget=forms.Select(LINE),
        error_messages={"required": _("Kies een collega."), "invalid_choice": _("Kies een collega.")},
    )  # fmt: skip
    reason = Remark(
        label=_("Waarom komt deze collega erbij?"), max_length=120, widget=forms.TextInput(LINE),
        help_text=_("Iedereen van het gesprek leest dit."),
        error_messages={"required": _("Schrijf waarom deze collega erbij komt.")},
    )  # fmt: skip

    def __init__(self, *args: Any, offered: list[tuple[Person, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {person.pk: person for person, _label in offered}
        named = [(person.pk, label) for person, label in offered]
        self.fields["person"].choices = [("", "…"), *named]  # type: ignore[attr-defined]  # a choice field

    @property
    def colleague(self) -> Person:
        return self.offered[self.cleaned_data["person"]]


class BringForm(forms.Form):
    """Somebody by name, and what she does there."""

    name = Remark(
        label=_("Wie neem je mee?"), max_length=80, widget=forms.TextInput(LINE),
        help_text=_("Schrijf de naam. Iedereen van het gesprek leest die."),
        error_messages={"required": _("Schrijf wie je meeneemt.")},
    )  # fmt: skip
    kind = forms.ChoiceField(
        label=_("Wie is dat?"), choices=CompanionKind.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie dat is.")},
    )  # fmt: skip

    def bring(self, side: Side, *, by: Person, at: dt.datetime) -> bool:
        """Whether she comes; else the form says that there are enough."""
        try:
            Companion.bring(side, **self.cleaned_data, by=by, at=at)
        except TooMany:
            self.add_error("name", _("Je neemt al drie mensen mee. Haal eerst iemand weg."))
        return self.is_valid()

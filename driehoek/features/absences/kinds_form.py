"""The office says which of our kinds its own words are."""

from typing import Any  # what a form is given

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from driehoek.features.absences.kinds import Words
from driehoek.features.absences.models import Meaning

NOTHING = ("", _("Kies"))


class KindsForm(forms.Form):
    """One question for each word of a file; those that we know are filled in."""

    def __init__(self, *args: Any, words: Words, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = words
        for number, word in enumerate(sorted(words.times)):
            self.fields[f"k{number}"] = question(word, words)

    def new(self) -> list[BoundField]:
        """Which nobody explained yet."""
        return [field for field in self if not field.initial]

    def known(self) -> list[BoundField]:
        return [field for field in self if field.initial]

    def said(self) -> dict[str, str]:
        """The words that mean something else than we thought, and what."""
        answers = dict(zip(sorted(self.words.times), self.cleaned_data.values(), strict=True))
        return {word: means for word, means in answers.items() if means != self.words.known(word)}


def question(word: str, words: Words) -> forms.ChoiceField:
    times = words.times[word]
    return forms.ChoiceField(
        choices=[NOTHING, *Meaning.choices], label=words.written[word], initial=words.known(word),
        help_text=ngettext("Staat op %(n)s regel.", "Staat op %(n)s regels.", times) % {"n": times},
        widget=forms.Select({"class": "field"}),
        error_messages={"required": _("Kies wat dit woord betekent.")},
    )  # fmt: skip

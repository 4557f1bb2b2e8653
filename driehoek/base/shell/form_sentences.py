"""What a form says by itself, in words for everybody. A field that has a better sentence says that."""

from typing import Any  # a lazy text

from django import forms
from django.utils.translation import gettext_lazy as _

EMPTY = _("Vul dit nog in.")
CHOOSE = _("Kies een van de antwoorden die er staan.")
CODES = ("required", "invalid_choice", "invalid_list", "invalid_pk_value")
A_CHOICE: dict[str, Any] = dict.fromkeys(CODES, CHOOSE)
SENTENCES: dict[type[forms.Field], dict[str, Any]] = {
    forms.Field: {"required": EMPTY},
    forms.ChoiceField: A_CHOICE,
    forms.MultipleChoiceField: A_CHOICE,
    forms.ModelChoiceField: A_CHOICE,
    forms.ModelMultipleChoiceField: A_CHOICE,
    forms.BooleanField: {"required": _("Kruis dit eerst aan.")},
    forms.DateField: {"invalid": _("Dit is geen dag.")},
    forms.TimeField: {"invalid": _("Dit is geen tijd.")},
    forms.DateTimeField: {"invalid": _("Dit is geen dag en tijd.")},
    forms.IntegerField: {"invalid": _("Vul een getal in.")},
}


def say_it_plainly() -> None:
    """Instead of what Django says. Before the first form is made: a field keeps what it begins with."""
    for field, sentences in SENTENCES.items():
        said = vars(field).get("default_error_messages", {})
        field.default_error_messages = {**said, **sentences}

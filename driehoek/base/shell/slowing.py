"""A form that comes too often: its words stay, a sentence says when to come back, and the status is 429."""

from typing import Any  # what holds the errors knows no types

from django import forms

TOO_MUCH = "too_much"


def slow_down(form: forms.BaseForm, sentence: str, field: str | None = None) -> None:
    """Nothing is done with it. The sentence stands at this field, or above the form."""
    form.add_error(field, forms.ValidationError(sentence, code=TOO_MUCH))


def status_of(form: forms.BaseForm) -> int:
    """200 without a mistake, 429 of what came too often, else 422."""
    wrong: list[Any] = [error for errors in form.errors.as_data().values() for error in errors]
    if any(error.code == TOO_MUCH for error in wrong):
        return 429
    return 422 if wrong else 200

"""Form fields for what people write."""

from typing import Any, TypeVar  # attributes of a widget, and words that may be lazy

from django import forms
from django.utils.translation import gettext_lazy as _

TOO_LONG = _("Dit is te lang voor één bericht. Maak er twee van.")
OR_SPOKEN = _("of spreek iets in")
Field = TypeVar("Field", bound=forms.Field)


def needed(field: Field, when: Any) -> Field:
    """A field that may not always stay empty: the page says `when` beside its label, instead of that it may.
    The form checks it."""
    field.needed = when  # type: ignore[attr-defined]  # read by shell/components/_optional.html
    return field


class Area(forms.Textarea):
    def __init__(self, rows: int = 5) -> None:
        super().__init__(attrs={"class": "field", "rows": rows})


class Words(forms.CharField):
    """Without a maxlength on the page: a browser would cut off what is pasted, and say nothing."""

    default_error_messages = {"max_length": TOO_LONG}

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}


class Remark(Words):
    """A reason or a few lines: there is no second one to go on in."""

    default_error_messages = {"max_length": _("Dit is te lang. Maak het korter.")}

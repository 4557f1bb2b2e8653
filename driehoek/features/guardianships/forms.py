"""What the office fills in about an adult and a child."""

import datetime as dt
from typing import Any  # a label waits for its language, and its type is private to Django

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.facts.people.models import Person, Restriction

BASIS = _("Op grond waarvan? Bijvoorbeeld: uitspraak van de rechter, gezien op school.")


class Field(forms.TextInput):
    """A text field in our look."""

    def __init__(self, attrs: dict[str, str] | None = None) -> None:
        super().__init__({"class": "field"} | (attrs or {}))


def basis_field() -> forms.CharField:
    return forms.CharField(
        label=_("Grond"),
        help_text=BASIS,
        max_length=200,
        widget=Field(),
        error_messages={"required": _("Vul in op grond waarvan.")},
    )


def day_field(label: Any, *, required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=required,
        widget=forms.DateInput(attrs={"class": "field field-short", "type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Kies een dag.")},
    )


class EndForm(forms.Form):
    """Until when."""

    on = day_field(_("Laatste dag"))


class GrantForm(forms.Form):
    """What a parent without custody gets to see, and why."""

    basis = basis_field()
    may_answer = forms.BooleanField(label=_("Mag ook reageren"), required=False)


class RestrictForm(forms.Form):
    """Who must keep away, from what, since when."""

    adult = forms.ModelChoiceField(
        label=_("Voor wie?"),
        queryset=Person.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Kies een volwassene.")},
    )
    kind = forms.ChoiceField(
        label=_("Wat?"),
        choices=Restriction.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat er geldt.")},
    )
    starts_on = day_field(_("Eerste dag"))
    ends_on = day_field(_("Laatste dag"), required=False)
    basis = basis_field()

    def __init__(self, *args: object, adults: list[Person], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # whatever a form takes
        adult = self.fields["adult"]
        adult.queryset = Person.objects.filter(pk__in=[person.pk for person in adults])  # type: ignore[attr-defined]
        adult.label_from_instance = lambda person: person.full_name  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        first, last = given.get("starts_on"), given.get("ends_on")
        if isinstance(first, dt.date) and isinstance(last, dt.date) and last < first:
            self.add_error("ends_on", _("De laatste dag ligt vóór de eerste."))
        return given


class ProtectForm(forms.Form):
    """Why, and which colleagues may know."""

    basis = basis_field()
    readers = forms.ModelMultipleChoiceField(
        label=_("Welke collega's mogen dit kind zien?"),
        help_text=_("Jij hoort er altijd bij. Alle anderen zien dit kind nergens meer."),
        queryset=Person.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: object, colleagues: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # whatever a form takes
        readers = self.fields["readers"]
        readers.queryset = colleagues  # type: ignore[attr-defined]
        readers.label_from_instance = lambda person: person.full_name  # type: ignore[attr-defined]

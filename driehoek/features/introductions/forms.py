"""What a parent tells of herself, and for each class which of it may be known there."""

import datetime as dt
from collections.abc import Collection
from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.introductions.models import FIELDS, Sharing, Told, Trait, introduce

STOPPED = gettext_lazy(
    "School heeft berichten tussen ouders in %(group)s nu stilgezet. Nieuwe woorden komen er niet bij. "
    "Haal hier het vinkje weg, of bewaar dit later."
)


class IntroductionForm(forms.Form):
    """`silent`: those of her groups where the leaders stopped what parents tell each other."""

    def __init__(
        self, *args: Any, person: Person, groups: list[Group], silent: Collection[Group], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.groups, self.silent = person, groups, silent
        told = dict(Trait.objects.filter(person=person).values_list("field", "words"))
        for field, label in Told.choices:
            self.fields[field] = forms.CharField(
                label=label, max_length=200, required=False, initial=told.get(field, ""),
                widget=forms.TextInput({"class": "field"}),
            )  # fmt: skip
        shared = Sharing.objects.filter(person=person).values_list("group", "field")
        for group in groups:
            self.fields[f"group-{group.pk}"] = forms.MultipleChoiceField(
                label=_("Dit mag %(group)s weten") % {"group": group.name}, choices=FIELDS, required=False,
                initial=[field for key, field in shared if key == group.pk],
                widget=forms.CheckboxSelectMultiple,
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """What stood there stays; new words wait, and stand in the form still."""
        said = super().clean() or {}
        for group in self.silent:
            name = f"group-{group.pk}"
            stood, now = set(self.fields[name].initial), set(said.get(name, ()))
            if any(said.get(field) and self._is_new(field, stood) for field in now & set(Told.values)):
                self.add_error(name, STOPPED % {"group": group.name})
        return said

    def _is_new(self, field: str, stood: set[str]) -> bool:
        return field not in stood or self.cleaned_data[field].strip() != self.fields[field].initial

    def save(self, *, at: dt.datetime) -> None:
        said = self.cleaned_data
        words = {field: said[field].strip() for field in Told.values}
        shared = [(group, said[f"group-{group.pk}"]) for group in self.groups]
        introduce(self.person, words, shared, at=at)


class SeekingForm(forms.Form):
    sought = forms.CharField(
        label=_("Waar zoek je iemand voor?"), max_length=80, required=False,
        widget=forms.TextInput({"class": "field"}),
    )  # fmt: skip

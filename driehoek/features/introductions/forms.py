"""What a parent tells of herself, and for each class which of it may be known there."""

import datetime as dt
from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.introductions.models import FIELDS, Sharing, Told, Trait, introduce


class IntroductionForm(forms.Form):
    def __init__(self, *args: Any, person: Person, groups: list[Group], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.groups = person, groups
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

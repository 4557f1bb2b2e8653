"""A tip of a school's own."""

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.base.shell.fields import Remark
from driehoek.facts.schools.themes import AgeBand, Theme

FIELD = {"class": "field"}


class TipForm(forms.Form):
    title = forms.CharField(label=_("Titel"), max_length=120, widget=forms.TextInput(FIELD))
    what = Remark(
        label=_("Wat kan een kind thuis doen?"), max_length=600, widget=forms.Textarea(FIELD | {"rows": 3})
    )
    minutes = forms.IntegerField(
        label=_("Hoeveel minuten?"), min_value=1, max_value=60, initial=5, widget=forms.NumberInput(FIELD)
    )
    needs = forms.CharField(
        label=_("Wat heb je nodig?"), max_length=120, required=False, widget=forms.TextInput(FIELD)
    )
    talk = forms.CharField(
        label=_("Hoe praat je erover?"), max_length=200, required=False, widget=forms.TextInput(FIELD)
    )
    theme = forms.ChoiceField(label=_("Thema"), choices=Theme.choices, widget=forms.Select(FIELD))
    ages = forms.ChoiceField(label=_("Leeftijd"), choices=AgeBand.choices, widget=forms.Select(FIELD))

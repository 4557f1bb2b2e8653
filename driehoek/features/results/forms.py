"""Handing in results, when they come out, and who tells it."""

import datetime as dt
from collections.abc import Mapping
from typing import Any  # Django's forms take whatever a request holds

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from driehoek.facts.schools.handing_in import FilesField, FilesInput
from driehoek.facts.schools.models import School
from driehoek.features.results.models import Source
from driehoek.features.results.models.moment import LONGEST_START
from driehoek.features.results.planning import Terms, least_start

ENDINGS = (".zip", ".csv", ".txt", ".tsv", ".xlsx")
EARLIEST, LATEST = dt.time(8), dt.time(21)
STARTS = [(0, _("Tegelijk")), (1, _("1 schooldag")), (2, _("2 schooldagen")), (3, _("3 schooldagen")),
          (LONGEST_START, _("5 schooldagen"))]  # fmt: skip


class MarksField(FilesField):
    endings = ENDINGS
    other_kind = _("Kies een zip-bestand, CSV of Excel (.xlsx).")


class UploadForm(forms.Form):
    school = forms.ModelChoiceField(
        School.objects.none(),
        label=_("School"),
        empty_label=None,
        widget=forms.Select(attrs={"class": "field"}),
    )
    source = forms.CharField(
        label=_("Uit welk systeem?"),
        max_length=40,
        help_text=_("Bijvoorbeeld Magister. Ouders en leerlingen lezen dit bij het resultaat."),
        widget=forms.TextInput(attrs={"class": "field", "autocomplete": "off"}),
        error_messages={"required": _("Zeg uit welk systeem dit komt.")},
    )
    marks = MarksField(
        label=_("Bestanden"),
        help_text=_("OneRoster, CSV of Excel. Je mag er meer tegelijk kiezen."),
        widget=FilesInput(attrs={"accept": ",".join(ENDINGS), "class": "field"}),
        error_messages={"required": _("Kies een bestand.")},
    )

    def __init__(self, *args: Any, schools: QuerySet[School], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = self.fields["school"]
        assert isinstance(choice, forms.ModelChoiceField)
        choice.queryset = schools.order_by("name")
        if len(schools) == 1:
            self.initial["school"] = schools[0]
            before = Source.objects.filter(school=schools[0]).order_by("-pk").first()
            self.initial["source"] = before.name if before else ""

    def chosen_source(self) -> Source:
        said = self.cleaned_data
        return Source.objects.get_or_create(school=said["school"], name=said["source"])[0]


class TermsForm(forms.Form):
    time = forms.TimeField(
        label=_("Hoe laat?"),
        help_text=_("Alleen op schooldagen. Nooit in het weekend of in de vakantie."),
        widget=forms.TimeInput(attrs={"class": "field", "type": "time"}, format="%H:%M"),
        error_messages={"required": _("Kies een tijd."), "invalid": _("Schrijf de tijd zo: 17:00.")},
    )
    head_start = forms.TypedChoiceField(
        label=_("Hoe lang eerst alleen de leerling?"),
        choices=STARTS,
        coerce=int,
        widget=forms.RadioSelect,
        help_text=_("Zo vertelt de leerling het zelf thuis."),
        error_messages={"required": _("Kies er één."), "invalid_choice": _("Kies er één.")},
    )

    def __init__(self, data: Mapping[str, Any] | None, *, terms: Terms, school: School) -> None:
        super().__init__(data, initial={"time": terms.time, "head_start": terms.head_start})
        allowed = [(days, words) for days, words in STARTS if days >= least_start(school)]
        self.fields["head_start"].choices = allowed  # type: ignore[attr-defined]

    def clean_time(self) -> dt.time:
        time: dt.time = self.cleaned_data["time"]
        if not EARLIEST <= time <= LATEST:
            raise forms.ValidationError(_("Kies een tijd tussen 8 uur en 21 uur."))
        return time

    @property
    def terms(self) -> Terms:
        return Terms(self.cleaned_data["time"], self.cleaned_data["head_start"])


class TellForm(forms.Form):
    """How it is told at home: shown on the page, or said out loud."""

    how = forms.ChoiceField(choices=[("show", ""), ("said", "")])

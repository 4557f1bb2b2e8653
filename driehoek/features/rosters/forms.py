"""Handing in a roster."""

from typing import Any  # Django's forms take whatever a request holds

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from driehoek.facts.schools.handing_in import ENDINGS, FilesField, FilesInput
from driehoek.facts.schools.models import School


class UploadForm(forms.Form):
    school = forms.ModelChoiceField(
        School.objects.none(),
        label=_("School"),
        empty_label=None,
        widget=forms.Select(attrs={"class": "field"}),
    )
    roster = FilesField(
        label=_("Bestanden"),
        help_text=_(
            "OneRoster, SDS, EDEXML, CSV of Excel. Je mag er meer tegelijk kiezen. "
            "In EDEXML staan geen ouders: kies dan ook een bestand met de ouders."
        ),
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

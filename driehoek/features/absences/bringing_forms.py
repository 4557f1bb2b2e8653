"""The office hands in a file with absences."""

from typing import Any  # what a form is given

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from driehoek.facts.schools.handing_in import FilesField, FilesInput
from driehoek.facts.schools.models import School
from driehoek.features.absences.models import Upload

ENDINGS = (".csv", ".txt", ".tsv", ".xlsx")
FIELD = {"class": "field"}


class SheetField(FilesField):
    endings = ENDINGS
    other_kind = _("Kies één bestand: CSV of Excel (.xlsx).")


class BringForm(forms.Form):
    """Of which school, from which system, and the file."""

    school = forms.ModelChoiceField(
        School.objects.none(), label=_("School"), empty_label=None, widget=forms.Select(FIELD)
    )
    source = forms.CharField(
        label=_("Uit welk systeem?"), max_length=40, widget=forms.TextInput(FIELD | {"autocomplete": "off"}),
        help_text=_("Bijvoorbeeld Magister. Gebruik steeds dezelfde naam."),
        error_messages={"required": _("Zeg uit welk systeem dit komt.")},
    )  # fmt: skip
    sheet = SheetField(
        label=_("Bestand"),
        help_text=_(
            "CSV of Excel met de kolommen leerlingnummer, datum en soort. Ook: van, tot, vak en nummer."
        ),
        widget=FilesInput(FIELD | {"accept": ",".join(ENDINGS)}),
        error_messages={"required": _("Kies een bestand.")},
    )

    def __init__(self, *args: Any, schools: QuerySet[School], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["school"].queryset = schools.order_by("name")  # type: ignore[attr-defined]
        if len(schools) == 1:
            before = Upload.objects.filter(school=schools[0]).order_by("-pk").first()
            self.initial = {"school": schools[0], "source": before.source if before else ""}

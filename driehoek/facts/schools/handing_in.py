"""Handing in files about a school: which may come, and saying what their columns mean."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath
from typing import Any  # Django's forms take whatever a request holds

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from driehoek.facts.schools.brought import RememberedColumns
from driehoek.facts.schools.meanings import Meanings
from driehoek.facts.schools.models import School
from driehoek.facts.schools.roster_import.reading.columns import Choices
from driehoek.facts.schools.roster_import.reading.packs import LARGEST_PACKED

ENDINGS = (".zip", ".csv", ".txt", ".tsv", ".xlsx", ".xml", ".edex")
MOST_FILES = 20
NOT_USED = "-"


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or several, each of a kind that is read."""

    endings: tuple[str, ...] = ENDINGS
    other_kind = _("Kies een zip-bestand, CSV, Excel (.xlsx) of EDEXML.")

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        files: list[UploadedFile[Any]] = (
            list(data) if isinstance(data, list | tuple) else [data] if data else []
        )
        if not files:
            raise forms.ValidationError(self.error_messages["required"])
        names = [(file.name or "").lower() for file in files]
        if len(files) > MOST_FILES or sum(file.size or 0 for file in files) > LARGEST_PACKED:
            raise forms.ValidationError(_("Dit is te veel in één keer. Stuur minder bestanden."))
        if len(set(names)) < len(files):
            raise forms.ValidationError(_("Twee bestanden hebben dezelfde naam."))
        if not all(PurePath(name).suffix in self.endings for name in names):
            raise forms.ValidationError(self.other_kind)
        if not all(file.size for file in files):
            raise forms.ValidationError(_("Een van de bestanden is leeg."))
        return files


class ColumnsForm(forms.Form):
    """One question for each column of the sheets: what stands in it?"""

    def __init__(
        self,
        *args: Any,
        sheets: dict[str, list[str]],
        offered: dict[str, Choices],
        meanings: Mapping[str, object],
        missing: Callable[[Choices], list[str]],
        **kw: Any,
    ) -> None:
        """`meanings`: what a column may hold, with a label; `missing` says what a sheet cannot do without."""
        super().__init__(*args, **kw)
        self.sheets, self.meanings, self.missing = sheets, meanings, missing
        for number, (file, titles) in enumerate(sheets.items()):
            known = {title: field for field, title in offered[file].items()}
            for place, title in enumerate(titles):
                if title:
                    answer = known.get(title, NOT_USED)
                    self.fields[f"c{number}-{place}"] = question(title, answer, meanings)

    @classmethod
    def about(
        cls, data: Any, sheets: dict[str, list[str]], school: School,
        remembered: type[RememberedColumns], meanings: Meanings,
    ) -> "ColumnsForm":  # fmt: skip
        """Of sheets of one kind, filled in as this school answered before."""
        offered = {file: remembered.offered(school, said, meanings.suggest) for file, said in sheets.items()}
        return cls(data, sheets=sheets, offered=offered, meanings=meanings.labels, missing=meanings.missing)

    def clean(self) -> dict[str, Any]:
        for number, file in enumerate(self.sheets):
            chosen = self.answers(number)
            if len(chosen) < len([answer for answer in self._said(number) if answer]):
                raise forms.ValidationError(
                    _("In %(file)s is iets twee keer gekozen."), params={"file": file}
                )
            for field in self.missing(chosen)[:1]:
                params = {"file": file, "field": self.meanings[field]}
                raise forms.ValidationError(_("In %(file)s mist nog: %(field)s."), params=params)
        return self.cleaned_data

    def answers(self, number: int) -> Choices:
        titles = list(self.sheets.values())[number]
        return {answer: titles[place] for place, answer in enumerate(self._said(number)) if answer}

    def _said(self, number: int) -> list[str]:
        titles = list(self.sheets.values())[number]
        said = (self.cleaned_data.get(f"c{number}-{place}", NOT_USED) for place in range(len(titles)))
        return ["" if answer == NOT_USED else answer for answer in said]

    def chosen(self) -> Iterable[Choices]:
        """What was chosen, sheet by sheet."""
        return (self.answers(number) for number in range(len(self.sheets)))


def question(title: str, answer: str, meanings: Mapping[str, object]) -> forms.ChoiceField:
    choices: list[tuple[str, Any]] = [(NOT_USED, _("Niet gebruiken"))]
    for field, label in meanings.items():
        choices.append((field, _("%(field)s (tweede)") % {"field": label} if "2" in field else label))
    widget = forms.Select(attrs={"class": "field"})
    return forms.ChoiceField(choices=choices, label=title, initial=answer, widget=widget)


class AgreementForm(forms.Form):
    """Yes to exactly what was shown."""

    digest = forms.CharField(widget=forms.HiddenInput)
    seen = forms.BooleanField(label=_("Ik heb dit bekeken"))

    def __init__(self, *args: Any, has_asks: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_asks:
            del self.fields["seen"]

"""What the office fills in about the days on which its school is closed."""

import datetime as dt
from typing import Any  # what a form is given

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from driehoek.facts.schools.hours import FARTHEST
from driehoek.facts.schools.models import Holiday, School
from driehoek.features.holidays.keeping import overlapping
from driehoek.features.holidays.ministry import MinistryYear, Region, years_from

FIELD = {"class": "field"}
BACK, AHEAD = dt.timedelta(days=400), dt.timedelta(days=1_200)


def day_field(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label, widget=forms.DateInput(attrs=FIELD | {"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": gettext_lazy("Kies een dag.")},
    )  # fmt: skip


class HolidayForm(forms.Form):
    """From the first day until and including the last; one day off has the same day twice."""

    name = forms.CharField(
        label=gettext_lazy("Hoe heet het?"), max_length=60, widget=forms.TextInput(FIELD),
        help_text=gettext_lazy("Zoals: herfstvakantie, studiedag."),
        error_messages={"required": gettext_lazy("Geef het een naam.")},
    )  # fmt: skip
    starts_on = day_field(gettext_lazy("Eerste vrije dag"))
    ends_on = day_field(gettext_lazy("Laatste vrije dag"))

    def __init__(
        self, *args: Any, school: School, today: dt.date, holiday: Holiday | None = None, **kwargs: Any
    ) -> None:
        known = {field: getattr(holiday, field) for field in self.base_fields} if holiday else {}
        super().__init__(*args, **kwargs | {"initial": known})
        self.school, self.today, self.holiday = school, today, holiday

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("starts_on"), given.get("ends_on")
        if first and not self.today - BACK <= first <= self.today + AHEAD:
            self.add_error("starts_on", _("Deze dag is te ver weg."))
        elif first and last and not first <= last <= first + FARTHEST:
            self.add_error("ends_on", _("De laatste dag ligt vóór de eerste, of heel ver weg."))
        elif first and last:
            self._keep_apart(first, last)
        return given

    def _keep_apart(self, first: dt.date, last: dt.date) -> None:
        other = overlapping(self.school, first, last, besides=self.holiday)
        if other is not None:
            words = {"name": other.name, "first": f"{other.starts_on:%d-%m-%Y}"}
            self.add_error("starts_on", _("Hier ligt al %(name)s, vanaf %(first)s.") % words)

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        return self.cleaned_data["starts_on"], self.cleaned_data["ends_on"]


class MinistryForm(forms.Form):
    """Which region, and which school year of the file."""

    region = forms.ChoiceField(
        label=gettext_lazy("Regio"), choices=Region.choices, widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies een regio.")},
    )  # fmt: skip
    year = forms.ChoiceField(
        label=gettext_lazy("Schooljaar"), widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies een schooljaar.")},
    )  # fmt: skip

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.years = {year.name: year for year in years_from(today)}
        self.fields["year"].choices = [(name, name) for name in self.years]  # type: ignore[attr-defined]
        self.initial["year"] = next(iter(self.years), None)

    @cached_property
    def chosen(self) -> MinistryYear:
        return self.years[self.cleaned_data["year"]]

    @property
    def region_chosen(self) -> str:
        return str(self.cleaned_data["region"])

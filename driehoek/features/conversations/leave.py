"""Not at work for some days: set by a colleague herself, with whoever reads for her."""

import datetime as dt
from typing import Any  # what a form is given

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import GROUP_FUNCTIONS, Leave

FARTHEST = dt.timedelta(days=400)


class Day(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d", attrs={"class": "field"})


class LeaveForm(forms.Form):
    """From when, until when, and who stands in."""

    starts_on = forms.DateField(label=_("Eerste dag"), widget=Day())
    ends_on = forms.DateField(label=_("Laatste dag"), widget=Day())
    deputy = forms.TypedChoiceField(
        label=_("Wie leest voor jou?"),
        required=False,
        coerce=int,
        empty_value=None,
        widget=forms.Select({"class": "field"}),
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        self.people = {person.pk: person for person in colleagues_of(viewer)}
        names = [(key, person.name) for key, person in self.people.items()]
        self.fields["deputy"].choices = [("", _("Niemand")), *names]  # type: ignore[attr-defined]

    def clean_ends_on(self) -> Any:
        ends_on = self.cleaned_data["ends_on"]
        if ends_on < self.viewer.today:
            raise forms.ValidationError(_("Kies een dag die nog komt."))
        if ends_on > self.viewer.today + FARTHEST:
            raise forms.ValidationError(_("Deze dag is te ver weg."))
        if (starts_on := self.cleaned_data.get("starts_on")) and ends_on < starts_on:
            raise forms.ValidationError(_("De laatste dag komt na de eerste."))
        return ends_on

    def take(self) -> Leave:
        said = self.cleaned_data
        deputy = self.people.get(said["deputy"])
        return Leave.take(
            self.viewer.person, starts_on=said["starts_on"], ends_on=said["ends_on"], deputy=deputy
        )


def colleagues_of(viewer: Viewer) -> QuerySet[Person]:
    """Who works with groups at one of her schools, without herself."""
    seats = Seat.objects.on(viewer.today).filter(
        role=Role.STAFF, school__in=viewer.workplaces(), function__in=GROUP_FUNCTIONS
    )
    people = Person.objects.filter(pk__in=seats.values("person"), is_active=True)
    return people.exclude(pk=viewer.person.pk).order_by("given_name", "pk")


def at_work(viewer: Viewer) -> None:
    """Only whoever works at a school can be away from it."""
    if not viewer.workplaces():
        raise PermissionDenied


def leaves_of(viewer: Viewer) -> list[Leave]:
    return list(Leave.objects.filter(person=viewer.person).coming(viewer.today).select_related("deputy"))


def end_leave(viewer: Viewer, pk: int) -> None:
    """Take back her own; of somebody else nothing happens."""
    Leave.objects.filter(person=viewer.person, pk=pk).delete()

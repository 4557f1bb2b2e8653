"""What is filled in about leave: by who asks, and by the head who decides."""

import datetime as dt
import uuid
from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.features.absences.asking_leave import school_days
from driehoek.features.absences.forms import day_field
from driehoek.features.absences.models import Ground, LeaveRequest
from driehoek.features.absences.models.leave import HEAD_DECIDES
from driehoek.features.absences.reporting import schools_of

FARTHEST = dt.timedelta(days=370)


class LeaveForm(forms.Form):
    """One child, some days, and why. The few typed words are needed: the head must weigh them."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    child = forms.TypedChoiceField(
        label=_("Voor wie?"), coerce=int, widget=forms.RadioSelect,
        error_messages={"required": _("Kies een kind."), "invalid_choice": _("Kies een kind.")},
    )  # fmt: skip
    ground = forms.ChoiceField(
        label=_("Waarvoor?"), choices=Ground.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Kies waarvoor.")},
    )  # fmt: skip
    starts_on = day_field(_("Eerste dag"), required=True)
    ends_on = day_field(_("Laatste dag"), required=True)
    explanation = forms.CharField(
        label=_("Vertel er iets over"),
        help_text=_("Alleen de directie leest dit. Schrijf niets over ziekte of gezondheid."),
        max_length=500,
        required=False,
        widget=forms.Textarea({"class": "field", "rows": 4}),
    )

    def __init__(self, *args: Any, viewer: Viewer, family: list[Person], **kwargs: Any) -> None:
        only = str(family[0].pk) if len(family) == 1 else None
        super().__init__(*args, **kwargs | {"initial": {"token": uuid.uuid4(), "child": only}})
        self.viewer, self.family = viewer, family
        self.schools = schools_of(family, viewer.today)
        self.fields["child"].choices = [(child.pk, child.given_name) for child in family]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("starts_on"), given.get("ends_on")
        today = self.viewer.today
        if "starts_on" not in self.errors and (not first or not today <= first <= today + FARTHEST):
            self.add_error("starts_on", _("Kies een dag vanaf vandaag."))
        elif first and "ends_on" not in self.errors and (not last or not first <= last <= first + FARTHEST):
            self.add_error("ends_on", _("De laatste dag ligt vóór de eerste, of heel ver weg."))
        elif not self.errors and first and last:
            self._count(first, last)
        return given

    def _count(self, first: dt.date, last: dt.date) -> None:
        days = max((school_days(first, last, school) for school in self.schools[self.chosen.pk]), default=0)
        if days == 0:
            self.add_error("starts_on", _("Op die dag is er geen school."))
        elif self.cleaned_data["ground"] == Ground.HOLIDAY and days > HEAD_DECIDES:
            self.add_error("ends_on", _("Vakantieverlof is hooguit tien schooldagen."))

    @property
    def chosen(self) -> Person:
        return next(child for child in self.family if child.pk == self.cleaned_data["child"])


class ReversalForm(forms.Form):
    """Why a decision counts no more."""

    reason = forms.CharField(
        label=_("Waarom kijk je opnieuw?"),
        help_text=_("De ouder leest dit."),
        max_length=500,
        widget=forms.Textarea({"class": "field", "rows": 3}),
        error_messages={"required": _("Leg uit waarom je opnieuw kijkt.")},
    )


class DecisionForm(forms.Form):
    """Yes, or no with the reason."""

    outcome = forms.ChoiceField(choices=[("yes", ""), ("no", "")])
    reason = forms.CharField(
        label=_("Waarom?"),
        help_text=_("De ouder leest dit. Bij een nee is het nodig."),
        max_length=500,
        required=False,
        widget=forms.Textarea({"class": "field", "rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("outcome") == "no" and not given.get("reason"):
            self.add_error("reason", _("Leg uit waarom het niet kan."))
        return given

    def save(self, request: LeaveRequest, *, by: Person, at: dt.datetime) -> None:
        granted = self.cleaned_data["outcome"] == "yes"
        request.decide(is_granted=granted, reason=self.cleaned_data["reason"], by=by, at=at)

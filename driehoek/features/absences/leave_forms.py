"""What is filled in about leave: by who asks, and by the head who decides."""

import datetime as dt
import uuid
from typing import Any  # what a form is given

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.forms import SpeakingForm
from driehoek.base.shell.fields import Remark
from driehoek.facts.people.models import Person
from driehoek.features.absences.deciding_forms import YesOrNoForm, reason_field
from driehoek.features.absences.forms import day_field
from driehoek.features.absences.leave_law import last_day_to_ask, most_days, must_qualify, school_days
from driehoek.features.absences.models import Ground, LeaveRequest
from driehoek.features.absences.models.leave import EVERY_DAY, days_of
from driehoek.features.absences.reporting import schools_of

FARTHEST = dt.timedelta(days=370)
NAMES = (_("maandag"), _("dinsdag"), _("woensdag"), _("donderdag"), _("vrijdag"))
WEEKDAYS = list(zip(EVERY_DAY, NAMES, strict=True))
TOO_LATE = _("Dat is langer dan twee dagen geleden. Bel de school.")
SAY_TOO = _("Schrijf bij een nee ook op waarom. Je opname is er nog.")
SUDDENLY = _("Kwam het plotseling? Vraag het binnen twee dagen.")


class LeaveForm(SpeakingForm):
    """One child, some days, and why. A few words are needed, typed or spoken: the head must weigh them."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    child = forms.TypedChoiceField(
        label=_("Voor wie?"), coerce=int, widget=forms.RadioSelect,
        error_messages={"required": _("Kies een kind."), "invalid_choice": _("Kies een kind.")},
    )  # fmt: skip
    ground = forms.ChoiceField(
        label=_("Waarvoor?"), choices=Ground.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Kies waarvoor.")},
    )  # fmt: skip
    starts_on = day_field(_("Eerste dag"), required=True, help_text=SUDDENLY)
    ends_on = day_field(_("Laatste dag"), required=True)
    weekdays = forms.MultipleChoiceField(
        label=_("Op welke dagen heb je les of stage?"), choices=WEEKDAYS, required=False,
        help_text=_("Alleen voor leerlingen van 16 of 17. Het verlof telt die dagen."),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    explanation = Remark(
        label=_("Vertel er iets over"),
        help_text=_("Alleen de directie leest en hoort dit. Vertel niets over ziekte of gezondheid."),
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
        self.initial["weekdays"] = list(EVERY_DAY)
        if not any(self._must_qualify(child, viewer.today) for child in family):
            del self.fields["weekdays"]

    def _must_qualify(self, child: Person, day: dt.date) -> bool:
        return any(must_qualify(child, school, day) for school in self.schools[child.pk])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("starts_on"), given.get("ends_on")
        if "starts_on" not in self.errors and (why := self._refused(first)):
            self.add_error("starts_on", why)
        elif first and "ends_on" not in self.errors and (not last or not first <= last <= first + FARTHEST):
            self.add_error("ends_on", _("De laatste dag ligt vóór de eerste, of heel ver weg."))
        elif not self.errors and first and last:
            given["weekdays"] = self._weekdays(first)
            self._count(first, last, days_of(given["weekdays"]))
        return given

    def _refused(self, first: dt.date | None) -> str:
        """Why leave cannot be asked from this day on; a sudden reason may be told afterwards (art. 14)."""
        today = self.viewer.today
        if first and today <= first <= today + FARTHEST:
            return ""
        if not first or first > today or self.cleaned_data.get("ground") in (None, Ground.HOLIDAY):
            return str(_("Kies een dag vanaf vandaag."))
        return str(TOO_LATE) if today > last_day_to_ask(first) else ""

    def _weekdays(self, first: dt.date) -> str:
        """On which days she must be there: five, unless she is one of those who need not (art. 4c)."""
        said = "".join(sorted(self.cleaned_data.get("weekdays") or EVERY_DAY))
        return said if self._must_qualify(self.chosen, first) else EVERY_DAY

    def _count(self, first: dt.date, last: dt.date, weekdays: set[int]) -> None:
        schools = self.schools[self.chosen.pk]
        days = max((school_days(first, last, school, weekdays) for school in schools), default=0)
        most = most_days(weekdays)
        if days == 0:
            self.add_error("starts_on", _("Op die dag is er geen school."))
        elif self.cleaned_data["ground"] == Ground.HOLIDAY and days > most:
            self.add_error("ends_on", _("Vakantieverlof is hooguit %(n)s schooldagen.") % {"n": most})

    @property
    def chosen(self) -> Person:
        return next(child for child in self.family if child.pk == self.cleaned_data["child"])


class ReversalForm(forms.Form):
    """Why a decision counts no more."""

    reason = reason_field(_("Waarom kijk je opnieuw?"), missing=_("Leg uit waarom je opnieuw kijkt."))


class DecisionForm(YesOrNoForm, SpeakingForm):
    """A voice goes beside it: a decision is taken in writing."""

    @property
    def why_not(self) -> str | Promise:  # type: ignore[override]
        return SAY_TOO if self.voice else YesOrNoForm.why_not

    def save(self, request: LeaveRequest, *, by: Person, at: dt.datetime) -> None:
        granted = self.cleaned_data["outcome"] == "yes"
        said = self.cleaned_data["reason"]
        request.decide(is_granted=granted, reason=said, by=by, at=at, voice=self.voice)

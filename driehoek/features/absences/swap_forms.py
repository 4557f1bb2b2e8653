"""What is filled in about a swapped day: by who asks for it, by the group that answers, and by the school."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.base.shell.fields import Remark, needed
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment
from driehoek.features.absences.deciding_forms import YesOrNoForm, reason_field
from driehoek.features.absences.forms import day_field
from driehoek.features.absences.models import SwapDay, SwapRequest, SwapTerms
from driehoek.features.absences.models.swap_terms import Ahead, PerWeek
from driehoek.features.absences.swapping import is_closed, is_too_often

FARTHEST = dt.timedelta(days=370)
DAYS = ("home_on", "comes_on")
ONE_OF_TWO = _("vul minstens één van de twee in")


class SwapForm(forms.Form):
    """One child, and a day at home, a day there, or both."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    place = forms.TypedChoiceField(
        label=_("Voor wie?"), coerce=int, widget=forms.RadioSelect,
        error_messages={"required": _("Kies een kind."), "invalid_choice": _("Kies een kind.")},
    )  # fmt: skip
    home_on = needed(
        day_field(
            _("Welke dag blijft je kind thuis?"), help_text=_("Alleen een extra dag? Laat dit dan leeg.")
        ),
        ONE_OF_TWO,
    )
    comes_on = needed(
        day_field(_("Welke dag komt je kind?"), help_text=_("Alleen een dag thuis? Laat dit dan leeg.")),
        ONE_OF_TWO,
    )
    words = Remark(
        label=_("Wil je er iets bij zeggen?"),
        help_text=_("Alleen de opvang leest dit."),
        max_length=300,
        required=False,
        widget=forms.Textarea({"class": "field", "rows": 3}),
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        viewer: Viewer,
        places: list[Enrolment],
        asked: SwapRequest | None = None,
    ) -> None:
        first: dict[str, Any] = {"token": uuid.uuid4(), "place": places[0].pk if len(places) == 1 else None}
        said = {name: getattr(asked, name) for name in (*DAYS, "words")} if asked else {}
        super().__init__(data, initial=first | said)
        self.viewer, self.places, self.asked = viewer, places, asked
        named = [(place.pk, f"{place.student.given_name} · {place.group.name}") for place in places]
        self.fields["place"].choices = named  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        days = {name: given[name] for name in DAYS if given.get(name)}
        if not days and not any(name in self.errors for name in DAYS):
            self.add_error("home_on", _("Kies welke dag anders is."))
        elif len(set(days.values())) < len(days):
            self.add_error("comes_on", _("Kies twee verschillende dagen."))
        for name, day in days.items() if given.get("place") else []:
            if why := self._refused(day, comes=name == "comes_on"):
                self.add_error(name, why)
        return given

    def _refused(self, day: dt.date, *, comes: bool) -> str:
        """Why this child cannot come, or stay away, on this day."""
        today, here = self.viewer.today, {"student": self.chosen.student_id, "group": self.chosen.group_id}
        if not today <= day <= today + FARTHEST:
            return str(_("Kies een dag vanaf vandaag, hooguit een jaar vooruit."))
        if is_closed(self.chosen.group, day):
            return str(_("De opvang is die dag dicht. Kies een andere dag."))
        if not Enrolment.objects.on(day).filter(**here).exists():
            return str(_("Je kind zit dan niet meer in deze groep."))
        agreed = SwapDay.objects.visible_to(self.viewer).standing().filter(**here, day=day, comes=comes)
        return str(_("Dit is al afgesproken.")) if agreed.exists() else self._limited(day, comes=comes)

    def _limited(self, day: dt.date, *, comes: bool) -> str:
        """What the school lets nobody ask. A day at home may be asked as often as one likes, and what was
        asked in time may stay when something else of it changes."""
        if self.asked and day == (self.asked.comes_on if comes else self.asked.home_on):
            return ""
        terms = SwapTerms.of(self.chosen.group.school)
        if terms.is_too_soon(day, self.viewer.today):
            rule = Ahead(terms.ahead).label
            return gettext("Dat is te kort dag. De afspraak is: %(rule)s.") % {"rule": rule}
        most = terms.per_week if comes else PerWeek.NO_LIMIT
        if most and is_too_often(self.chosen, day, most, self.viewer, self.asked):
            rule = PerWeek(most).label
            return gettext("Die week kan het niet meer. De afspraak is: %(rule)s.") % {"rule": rule}
        return ""

    @property
    def terms(self) -> list[SwapTerms]:
        """Of each school, those that limit something."""
        every = [SwapTerms.of(school) for school in {place.group.school: None for place in self.places}]
        return [terms for terms in every if terms.rules]

    @property
    def chosen(self) -> Enrolment:
        return next(place for place in self.places if place.pk == self.cleaned_data["place"])

    @property
    def days_and_words(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in (*DAYS, "words")}


class AnswerForm(YesOrNoForm):
    """To what she read."""

    mark = forms.CharField(required=False)

    def answer(self, asked: SwapRequest, *, by: Person, at: dt.datetime) -> bool:
        """Whether it was still the question that she read."""
        given = self.cleaned_data
        said = {"is_granted": given["outcome"] == "yes", "reason": given["reason"], "mark": given["mark"]}
        if asked.decide(**said, by=by, at=at):
            return True
        self.add_error(None, _("De ouder veranderde net de vraag. Lees de vraag nog een keer."))
        return False


class StopForm(forms.Form):
    """Why what was agreed does not go on."""

    reason = reason_field(_("Waarom gaat het niet door?"), missing=_("Leg uit waarom het niet doorgaat."))


class TermsForm(forms.Form):
    """What the school asks of who wants another day."""

    ahead = forms.TypedChoiceField(
        label=_("Hoe lang van tevoren?"), choices=Ahead.choices, coerce=int, widget=forms.RadioSelect,
        error_messages={"required": _("Kies er één."), "invalid_choice": _("Kies er één.")},
    )  # fmt: skip
    per_week = forms.TypedChoiceField(
        label=_("Hoe vaak mag één kind?"), choices=PerWeek.choices, coerce=int, widget=forms.RadioSelect,
        help_text=_("Een dag extra thuis mag altijd."),
        error_messages={"required": _("Kies er één."), "invalid_choice": _("Kies er één.")},
    )  # fmt: skip

    def __init__(self, data: Mapping[str, Any] | None, *, terms: SwapTerms) -> None:
        super().__init__(data, initial={"ahead": terms.ahead, "per_week": terms.per_week})

"""What somebody fills in who has something that cannot wait."""

import datetime as dt
import uuid
from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.base.core.clock import at, day_of
from driehoek.base.shell.fields import Area, Words, needed
from driehoek.facts.schools.models import Group, School
from driehoek.features.alerts.models import What, Why
from driehoek.features.alerts.models.alert import Said

A_DAY = dt.timedelta(days=1)
HOW_LONG = {"today": (1, _("Vandaag")), "tomorrow": (2, _("Vandaag en morgen")), "week": (7, _("Een week"))}


class AlertForm(forms.Form):
    """Few taps: what, why, and whom if it is not everyone."""

    what = forms.ChoiceField(
        label=_("Wat is er?"), choices=What.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat er is.")},
    )  # fmt: skip
    title = needed(
        forms.CharField(
            label=_("Kop, als het iets anders is"), max_length=80, required=False,
            widget=forms.TextInput({"class": "field"}),
        ),
        _("nodig bij iets anders"),
    )  # fmt: skip
    text = needed(
        Words(
            label=_("Wat moeten ouders weten?"), max_length=600, required=False, widget=Area(rows=3),
            help_text=_("Noem geen namen. Deze woorden staan ook op een open pagina."),
        ),
        _("nodig als school later begint"),
    )  # fmt: skip
    why = forms.ChoiceField(
        label=_("Waarom kan het niet wachten?"), choices=Why.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Kies waarom. Wij bewaren dat.")},
    )  # fmt: skip
    until = forms.ChoiceField(
        label=_("Hoe lang geldt het?"), initial="today", widget=forms.RadioSelect,
        choices=[(key, label) for key, (_days, label) in HOW_LONG.items()],
    )  # fmt: skip
    groups = forms.ModelMultipleChoiceField(
        Group.objects.none(), label=_("Alleen deze groepen"), required=False,
        widget=forms.CheckboxSelectMultiple, help_text=_("Kies je niets, dan is het voor de hele school."),
    )  # fmt: skip
    token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: Any, *, school: School, now: dt.datetime) -> None:
        super().__init__(data, initial={"token": uuid.uuid4()})
        self.now = now
        running = Group.objects.filter(school=school, year__starts_on__lte=day_of(now))
        running = running.filter(year__ends_on__gte=day_of(now)).order_by("kind", "name")
        self.fields["groups"].queryset = running  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        what, text = said.get("what"), said.get("text")
        if what == What.OTHER and not said.get("title"):
            self.add_error("title", _("Schrijf in een paar woorden wat er is."))
        if what == What.LATER and not text and "text" not in self.errors:
            self.add_error("text", _("Schrijf hoe laat jullie beginnen."))
        if what != What.OTHER:
            said["title"] = ""
        return said

    @property
    def said(self) -> Said:
        days, _label = HOW_LONG[self.cleaned_data["until"]]
        return Said(
            what=What(self.cleaned_data["what"]),
            title=self.cleaned_data["title"],
            text=self.cleaned_data["text"],
            until=at(day_of(self.now) + days * A_DAY, dt.time()),
        )

    @property
    def chosen(self) -> list[Group]:
        return list(self.cleaned_data["groups"])

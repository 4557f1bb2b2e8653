"""What a guardian fills in about herself and about people near her child, and what the office answers."""

import re
from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.base.shell.fields import needed
from driehoek.facts.people.models import Person
from driehoek.facts.people.models.near import Relation
from driehoek.features.corrections.models import HELD_HERE, Correction, Field

FIELD = {"class": "field"}
PHONE = re.compile(r"\+?[0-9][0-9 ()-]{7,18}")


class PhoneField(forms.CharField):
    """A number that can be called; kept without spaces."""

    widget = forms.TextInput(FIELD | {"type": "tel", "dir": "ltr", "autocomplete": "off"})

    def clean(self, value: Any) -> str:
        given = str(super().clean(value)).strip()
        if given and not PHONE.fullmatch(given):
            raise forms.ValidationError(_("Vul een telefoonnummer in, zoals 06 12 34 56 78."))
        return re.sub(r"[ ()-]", "", given)


class OwnDataForm(forms.Form):
    """How to reach oneself. What stays the same is not sent to the office."""

    mobile = PhoneField(label=Field.MOBILE.label, max_length=20, required=False)
    email = forms.EmailField(
        label=Field.EMAIL.label,
        required=False,
        widget=forms.EmailInput(FIELD | {"dir": "ltr"}),
        error_messages={"invalid": _("Vul een e-mailadres in, zoals naam@voorbeeld.nl.")},
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not given["mobile"] and not given["email"]:
            self.add_error("mobile", _("Laat ten minste een nummer of een e-mailadres staan."))
        return given

    def changes(self, person: Person) -> dict[str, str]:
        """What differs from what school has, and from what waits already."""
        wanted = {field: self.cleaned_data[field] for field in HELD_HERE}
        waiting = Correction.objects.open().filter(person=person).values_list("field", flat=True)
        return {f: v for f, v in wanted.items() if v != getattr(person, f) or f in waiting}


class NearForm(forms.Form):
    """Somebody near the child: who may fetch her, or may be called."""

    name = forms.CharField(
        label=_("Naam"),
        max_length=80,
        widget=forms.TextInput(FIELD),
        error_messages={"required": _("Vul een naam in.")},
    )
    relation = forms.ChoiceField(label=_("Wie is dat?"), choices=Relation.choices, widget=forms.Select(FIELD))
    phone = needed(PhoneField(label=_("Telefoon"), max_length=20, required=False), _("nodig om te bellen"))
    may_collect = forms.BooleanField(label=_("Mag ophalen"), required=False, initial=True)
    in_emergency = forms.BooleanField(label=_("Bellen als wij niet opnemen"), required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not (given["may_collect"] or given["in_emergency"]):
            self.add_error("may_collect", _("Kies ten minste één van de twee."))
        if not self.errors and given["in_emergency"] and not given["phone"]:
            self.add_error("phone", _("Wie gebeld wordt, heeft een nummer nodig."))
        return given


class AnswerForm(forms.Form):
    """Yes, or no with a reason."""

    answer = forms.ChoiceField(choices=[("yes", ""), ("no", "")])
    reason = forms.CharField(
        label=_("Waarom niet?"), max_length=200, required=False, widget=forms.TextInput(FIELD)
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("answer") == "no" and not given.get("reason"):
            self.add_error("reason", _("Zeg bij een nee waarom."))
        return given

    @property
    def is_yes(self) -> bool:
        return bool(self.cleaned_data["answer"] == "yes")

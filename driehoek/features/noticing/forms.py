"""A rule of the school, and a mentor who thinks that no talk is needed."""

from typing import Any  # what a form is given

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.base.shell.fields import Remark
from driehoek.facts.schools.layers import WHOLE_SCHOOL
from driehoek.features.noticing.models import What
from driehoek.features.noticing.models.talk_rule import FEWEST, LONGEST, MOST, SHORTEST

SHORT = {"class": "field field-short"}


def number_field(label: Any, least: int, most: int) -> forms.IntegerField:
    said = format_lazy(_("Kies een getal van {least} tot en met {most}."), least=least, most=most)
    messages = dict.fromkeys(("required", "invalid", "min_value", "max_value"), said)
    widget = forms.NumberInput(SHORT | {"inputmode": "numeric"})
    return forms.IntegerField(
        label=label, min_value=least, max_value=most, widget=widget, error_messages=messages
    )


class RuleForm(forms.Form):
    """So many times this, in so many weeks."""

    layer = forms.TypedChoiceField(
        label=_("Voor wie?"), coerce=int, widget=forms.Select(SHORT),
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies een leerjaar van deze school.")),
    )  # fmt: skip
    what = forms.ChoiceField(
        label=_("Wat telt?"), choices=What.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat telt."), "invalid_choice": _("Kies wat telt.")},
    )  # fmt: skip
    times = number_field(_("Hoe vaak?"), FEWEST, MOST)
    weeks = number_field(_("In hoeveel weken?"), SHORTEST, LONGEST)

    def __init__(self, *args: Any, layers: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"initial": {"layer": WHOLE_SCHOOL, "times": 3, "weeks": 4}})
        named = [(layer, format_lazy(_("Leerjaar {n}"), n=layer)) for layer in layers]
        self.fields["layer"].choices = [(WHOLE_SCHOOL, _("Hele school")), *named]  # type: ignore[attr-defined]


class SetAsideForm(forms.Form):
    """Why, for herself."""

    reason = Remark(
        label=_("Waarom niet?"), max_length=300, required=False, widget=forms.TextInput({"class": "field"}),
        help_text=_("Alleen jij leest dit. Niemand krijgt bericht."),
    )  # fmt: skip

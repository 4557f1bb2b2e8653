"""What people report and say in other words, and what leaders decide: cases, silences, what a school asks."""

from typing import Any  # what a form is given; a thing of any feature with a text

from django import forms
from django.core.validators import MaxLengthValidator
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.moderation.models import Outcome, Reason
from driehoek.base.shell.fields import TOO_LONG, Remark
from driehoek.facts.schools.models import Group, School

AREA = forms.Textarea({"class": "field", "rows": 3})


class ReportForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Wat is er aan de hand?"), choices=Reason.choices, widget=forms.RadioSelect
    )
    words = Remark(label=_("Wil je er iets bij zeggen?"), max_length=500, required=False, widget=AREA)


class ChangeForm(forms.Form):
    """Other words for what somebody said herself."""

    text = forms.CharField(
        label=_("Wat wil je zeggen?"), widget=forms.Textarea({"class": "field", "rows": 5})
    )

    def __init__(self, data: QueryDict | None, *, thing: Any) -> None:
        super().__init__(data, initial={"text": thing.text})
        self.thing = thing
        longest = thing._meta.get_field("text").max_length
        self.fields["text"].validators.append(MaxLengthValidator(longest, TOO_LONG))

    @property
    def words(self) -> str:
        said: str = self.cleaned_data["text"].strip()
        return said


class VerdictForm(forms.Form):
    outcome = forms.ChoiceField(label=_("Wat doe je?"), choices=Outcome.choices, widget=forms.RadioSelect)
    reason = Remark(
        label=_("Waarom?"), max_length=500, widget=AREA,
        help_text=_("Haal je het weg? Dan leest de schrijver dit. Noem niemand die iets meldde."),
    )  # fmt: skip


class SilenceForm(forms.Form):
    """`place` is "school-3" or "group-5"."""

    reason = Remark(
        label=_("Waarom?"), max_length=500, widget=AREA, help_text=_("Alleen de leiding leest dit.")
    )

    def __init__(self, *args: Any, schools: list[School], groups: list[Group], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places: dict[str, tuple[School, Group | None]] = {
            f"school-{school.pk}": (school, None) for school in schools
        }
        self.places |= {f"group-{group.pk}": (group.school, group) for group in groups}
        names = [(key, group.name if group else school.name) for key, (school, group) in self.places.items()]
        self.fields["place"] = forms.ChoiceField(
            label=_("Waar?"), choices=names, widget=forms.Select({"class": "field"})
        )
        self.order_fields(["place", "reason"])


class ConductForm(forms.Form):
    text = Remark(
        label=_("Wat vraag je van ouders?"), max_length=1_000,
        widget=forms.Textarea({"class": "field", "rows": 8}),
    )  # fmt: skip

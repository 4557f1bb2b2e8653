"""The few questions of an agreement between school and home."""

from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.base.shell.fields import Remark
from driehoek.facts.schools.models import Group
from driehoek.features.feed.models import AnswersWithin, GroupAgreement, NewsRhythm
from driehoek.features.feed.models.kinds import PROMISED

MOST_A_WEEK = 5


class AgreementForm(forms.Form):
    rhythm = forms.ChoiceField(
        label=_("Hoe krijgen ouders het?"), choices=NewsRhythm.choices, widget=forms.RadioSelect
    )
    a_week = forms.TypedChoiceField(
        label=_("Hoeveel berichten per week?"), coerce=int,
        choices=[(number, str(number)) for number in range(1, MOST_A_WEEK + 1)],
        widget=forms.Select({"class": "field"}),
    )  # fmt: skip
    kinds = forms.MultipleChoiceField(
        label=_("Wat voor berichten?"), choices=[(kind.value, kind.label) for kind in PROMISED],
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    answers_within = forms.TypedChoiceField(
        label=_("Antwoord binnen"), coerce=int, choices=AnswersWithin.choices,
        widget=forms.Select({"class": "field"}),
    )  # fmt: skip
    remarks = Remark(
        label=_("Wat spraken jullie nog meer af?"), max_length=400, required=False,
        widget=forms.Textarea({"class": "field", "rows": 3}),
    )  # fmt: skip

    def __init__(self, *args: Any, known: GroupAgreement | None, **kwargs: Any) -> None:
        begun: dict[str, object] = {
            "rhythm": NewsRhythm.DAY,
            "a_week": 2,
            "answers_within": AnswersWithin.TWO,
        }
        if known:
            begun = {name: getattr(known, name) for name in ("rhythm", "a_week", "answers_within", "remarks")}
        begun["kinds"] = known.promised if known else []
        super().__init__(*args, **kwargs | {"initial": begun})

    def publish(self, group: Group, viewer: Viewer) -> GroupAgreement:
        terms = {**self.cleaned_data, "kinds": ",".join(self.cleaned_data["kinds"])}
        return GroupAgreement.publish(group, terms, by=viewer.person, at=viewer.now)

"""Answering about photos: yes or no, nothing chosen beforehand."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.media.checking import limit_to_parents, say_absent, take_away
from driehoek.backbone.media.holding import answer_about_photos
from driehoek.backbone.media.models import PhotoHold
from driehoek.base.core.uploads import Disc
from driehoek.facts.consent.purposes import IN_THE_PORTAL, Purpose
from driehoek.facts.people.models import Person
from driehoek.features.consents.questions import Question

YES_OR_NO = [("yes", _("Ja")), ("no", _("Nee"))]


def told_back(answers: Iterable[tuple[str, bool]]) -> str:
    """What happens with what she said: purposes, and whether she said yes. Only her own words, because what
    counts in the end may hang on somebody else's."""
    said = dict(answers)
    if not said or len(set(said.values())) > 1:
        return gettext("Bewaard. Hier zie je wat jij zei.")
    if all(said.values()):
        return gettext("Bewaard. Jij zei ja.")
    if set(said) & set(IN_THE_PORTAL):
        return gettext("Bewaard. Jij zei nee. Wij verbergen de foto's.")
    return gettext("Bewaard. Jij zei nee.")


class AnswersForm(forms.Form):
    """One question for each purpose. What is left open stays as it was: for a new question that is no."""

    def __init__(self, data: Any, *, asked: Iterable[Question]) -> None:
        super().__init__(data)
        self.asked = list(asked)
        for question in self.asked:
            chosen = None if question.mine is None else "yes" if question.mine else "no"
            self.fields[question.purpose] = forms.ChoiceField(
                label=question.purpose.label, choices=YES_OR_NO, widget=forms.RadioSelect,
                required=False, initial=chosen, help_text=question.example,
            )  # fmt: skip

    def clean(self) -> dict[str, str]:
        super().clean()
        given = {purpose: value for purpose, value in self.cleaned_data.items() if value}
        if not given and not self.errors:
            raise forms.ValidationError(_("Kies bij één of meer vragen ja of nee."))
        return given

    @property
    def says_yes(self) -> bool:
        return "yes" in self.cleaned_data.values()

    @transaction.atomic
    def save(self, child: Person, *, by: Person, at: dt.datetime) -> str:
        """What is new in her answers, told back to her."""
        kept = [
            answer_about_photos(child, purpose, shown=value == "yes", by=by, at=at)
            for purpose, value in self.cleaned_data.items()
        ]
        return told_back((answer.purpose, answer.shown) for answer in kept if answer)

    def rows(self) -> list[tuple[Question, forms.BoundField]]:
        """Each question beside its field."""
        return [(question, self[question.purpose]) for question in self.asked]


class AnswerForm(forms.Form):
    """One tap: one purpose, yes or no."""

    purpose = forms.ChoiceField(choices=Purpose.choices)
    answer = forms.ChoiceField(choices=YES_OR_NO)

    @property
    def says_yes(self) -> bool:
        return bool(self.cleaned_data["answer"] == "yes")

    def save(self, child: Person, *, by: Person, at: dt.datetime) -> str:
        """Her answer, told back to her."""
        purpose, shown = self.cleaned_data["purpose"], self.cleaned_data["answer"] == "yes"
        answer_about_photos(child, purpose, shown=shown, by=by, at=at)
        return told_back([(purpose, shown)])


class RepairForm(forms.Form):
    """What to do with the chosen photos of one child: three verbs, each for all that were chosen."""

    VERBS = {"absent": say_absent, "limit": limit_to_parents}

    holds: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        queryset=PhotoHold.objects.none(), error_messages={"required": _("Kies eerst één of meer foto's.")}
    )
    action = forms.ChoiceField(choices=[("absent", ""), ("limit", ""), ("remove", "")])

    def __init__(self, data: Any, *, holds: Any) -> None:
        super().__init__(data)
        self.fields["holds"].queryset = holds  # type: ignore[attr-defined]

    @transaction.atomic
    def save(self, *, by: Person, at: dt.datetime) -> None:
        for hold in self.cleaned_data["holds"]:
            settle_hold(hold, self.cleaned_data["action"], by=by, at=at)


def settle_hold(hold: PhotoHold, action: str, *, by: Person, at: dt.datetime) -> None:
    if action == "remove":
        take_away(hold.photo, by=by, at=at)
    else:
        RepairForm.VERBS[action](hold.photo, hold.student, by=by, at=at)


class KiteForm(forms.Form):
    """Where on the picture, as it was drawn, someone tapped (in pixels), and how large the kite is."""

    SIZES = [("0.05", _("Klein")), ("0.09", _("Gewoon")), ("0.15", _("Groot"))]
    size = forms.ChoiceField(label=_("Hoe groot is de vlieger?"), choices=SIZES, widget=forms.RadioSelect)

    def __init__(self, data: Any, *, width: int, height: int) -> None:
        """width and height: of the picture as it was drawn."""
        super().__init__(data, initial={"size": "0.09"})
        self.fields["place.x"] = forms.IntegerField(min_value=0, max_value=width)
        self.fields["place.y"] = forms.IntegerField(min_value=0, max_value=height)
        self.width, self.height = width, height

    def clean(self) -> dict[str, Any]:
        super().clean()
        said = self.cleaned_data
        if (said.get("place.x"), said.get("place.y")) == (0, 0):  # the key Enter: no place was chosen
            raise forms.ValidationError(_("Tik midden op het gezicht."))
        return said

    def disc(self) -> Disc:
        x, y = self.cleaned_data["place.x"] / self.width, self.cleaned_data["place.y"] / self.height
        return Disc(round(x, 4), round(y, 4), float(self.cleaned_data["size"]))

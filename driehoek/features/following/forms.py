"""What is filled in about looking along."""

from collections.abc import Collection, Mapping
from typing import Any  # what a form is given

from django import forms
from django.utils import dateformat
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from driehoek.base.shell.fields import Area, Remark
from driehoek.facts.looking.models import Mode
from driehoek.facts.people.kinds import InformationKind
from driehoek.facts.people.models import Person
from driehoek.features.following.moments import Moment

ONE = {"required": _("Kies er één."), "invalid_choice": _("Kies er één.")}
PRIVATE = _("Alleen de mentor leest dit.")


class PlanForm(forms.Form):
    """From when a summary a week, and from when the student shares herself."""

    weekly = forms.ChoiceField(
        label=_("Wanneer wordt het een overzicht per week?"), widget=forms.RadioSelect, error_messages=ONE
    )
    shares = forms.ChoiceField(
        label=_("Vanaf wanneer deelt de leerling zelf?"), widget=forms.RadioSelect, error_messages=ONE
    )

    def __init__(self, data: Mapping[str, Any] | None, *, moments: list[Moment]) -> None:
        first = dict(zip(("weekly", "shares"), (str(moment.day) for moment in moments), strict=False))
        super().__init__(data, initial=first)
        self.moments = {str(moment.day): moment for moment in moments}
        for name in ("weekly", "shares"):
            self.fields[name].choices = [  # type: ignore[attr-defined]
                (key, _in_words(moment)) for key, moment in self.moments.items()
            ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("weekly") and given.get("shares") and given["shares"] <= given["weekly"]:
            self.add_error("shares", _("Kies een moment na het overzicht per week."))
        return given

    @property
    def plan(self) -> dict[Mode, Moment]:
        return {
            Mode.WEEKLY: self.moments[self.cleaned_data["weekly"]],
            Mode.SHARES: self.moments[self.cleaned_data["shares"]],
        }


class OtherForm(PlanForm):
    """The same for one student, with whom, and why."""

    guardian = forms.TypedChoiceField(
        label=_("Met wie?"), coerce=int, widget=forms.RadioSelect, error_messages=ONE
    )
    reason = Remark(
        label=_("Wil je zeggen waarom?"), help_text=PRIVATE, max_length=300, required=False, widget=Area(3)
    )
    field_order = ("guardian", "weekly", "shares", "reason")

    def __init__(
        self, data: Mapping[str, Any] | None, *, moments: list[Moment], guardians: list[Person]
    ) -> None:
        super().__init__(data, moments=moments)
        self.guardians = {person.pk: person for person in guardians}
        _offer(self.fields["guardian"], guardians)

    @property
    def chosen(self) -> Person:
        return self.guardians[self.cleaned_data["guardian"]]


class DeclineForm(forms.Form):
    """Why somebody would rather not; she need not say it."""

    reason = Remark(
        label=_("Wil je zeggen waarom?"), help_text=PRIVATE, max_length=300, required=False, widget=Area(3)
    )


class ExtraForm(forms.Form):
    """Looking along more closely, because somebody worries."""

    guardian = forms.TypedChoiceField(
        label=_("Met wie?"), coerce=int, widget=forms.RadioSelect, error_messages=ONE
    )
    reason = Remark(
        label=_("Waarom?"), help_text=_("De leerling en de ouder lezen dit."), max_length=300, widget=Area(3),
        error_messages={"required": _("Leg uit waarom.")},
    )  # fmt: skip

    def __init__(
        self, data: Mapping[str, Any] | None, *, guardians: list[Person], objected: Collection[int]
    ) -> None:
        super().__init__(data)
        self.guardians, self.objected = {person.pk: person for person in guardians}, objected
        _offer(self.fields["guardian"], guardians)

    def clean_guardian(self) -> int:
        chosen: int = self.cleaned_data["guardian"]
        if chosen in self.objected:
            raise forms.ValidationError(
                _("De leerling maakte bezwaar tegen deze ouder. Meekijken kan nu niet.")
            )
        return chosen

    @property
    def is_open(self) -> bool:
        """There is a guardian to whom the student does not object."""
        return any(key not in self.objected for key in self.guardians)

    @property
    def chosen(self) -> Person:
        return self.guardians[self.cleaned_data["guardian"]]


class ObjectForm(forms.Form):
    reason = Remark(
        label=_("Waarom wil je dit niet?"), max_length=500,
        help_text=_("Alleen de schoolleiding leest dit. Je mentor ziet alleen dat je bezwaar maakte."),
        widget=Area(4), error_messages={"required": _("Schrijf op waarom.")},
    )  # fmt: skip


class WeighForm(forms.Form):
    """What school decides, always with a reason."""

    outcome = forms.ChoiceField(choices=[("yes", ""), ("no", "")])
    reason = Remark(
        label=_("Waarom?"), help_text=_("De leerling leest dit."), max_length=500, widget=Area(4),
        error_messages={"required": _("Leg uit waarom.")},
    )  # fmt: skip


class ShowForm(forms.Form):
    """What a student shows; nothing at all is a choice too."""

    kinds = forms.MultipleChoiceField(required=False, choices=InformationKind.choices)


class KindsForm(forms.Form):
    """What a school opens. It never opens nothing: so an empty form is refused."""

    kinds = forms.MultipleChoiceField(
        label=_("Dit zien ouders"),
        widget=forms.CheckboxSelectMultiple, error_messages={"required": _("Kies minstens één onderwerp.")},
    )  # fmt: skip

    def __init__(self, data: Mapping[str, Any] | None, *, kinds: list[InformationKind], **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["kinds"].choices = [(kind.value, kind.label) for kind in kinds]  # type: ignore[attr-defined]


def _offer(field: forms.Field, people: list[Person]) -> None:
    """One person is chosen already."""
    field.choices = [(person.pk, person.name) for person in people]  # type: ignore[attr-defined]
    field.initial = people[0].pk if len(people) == 1 else None


def _in_words(moment: Moment) -> str:
    day = dateformat.format(moment.day, gettext("j F Y"))
    return gettext("Na de %(holiday)s, %(day)s") % {"holiday": moment.after, "day": day}

"""What is filled in to plan a talk, and about what was agreed there."""

import datetime as dt
import uuid
from typing import Any  # what a form is given

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.base.core.clock import amsterdam
from driehoek.base.shell.fields import Remark, needed
from driehoek.features.talks.models import Kind, Pledge, Side, Talk
from driehoek.features.talks.models.talk import MINUTES
from driehoek.features.talks.planning import Table

FARTHEST = dt.timedelta(days=370)
EARLIEST, LATEST = dt.time(7), dt.time(22)  # when people meet; 3:00 is a slip of the finger
LINE = {"class": "field"}


def moment_field() -> forms.DateTimeField:
    widget = forms.DateTimeInput(LINE | {"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    said = {"required": _("Kies een dag en een tijd.")}
    return forms.DateTimeField(label=_("Dag en tijd"), widget=widget, error_messages=said)


def reason_field(label: Any, help_text: Any = "") -> Remark:
    return Remark(
        label=label, help_text=help_text, max_length=200, required=False, widget=forms.TextInput(LINE)
    )


class WhenForm(forms.Form):
    """A day, an hour, how long, and where."""

    moment = moment_field()
    minutes = forms.TypedChoiceField(
        label=_("Hoe lang?"), coerce=int, initial=20, widget=forms.Select(LINE),
        choices=[(minutes, format_lazy(_("{n} minuten"), n=minutes)) for minutes in MINUTES],
    )  # fmt: skip
    place = Remark(
        label=_("Waar?"), max_length=120, widget=forms.TextInput(LINE),
        error_messages={"required": _("Schrijf waar het gesprek is.")},
    )  # fmt: skip

    def __init__(self, *args: Any, now: dt.datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now

    def clean_moment(self) -> dt.datetime:
        moment: dt.datetime = self.cleaned_data["moment"]
        if not self.now < moment < self.now + FARTHEST:
            raise forms.ValidationError(_("Kies een tijd die nog komt."))
        if not EARLIEST <= amsterdam(moment).time() <= LATEST:
            raise forms.ValidationError(_("Kies een tijd tussen 7:00 en 22:00."))
        return moment


class PlanForm(WhenForm):
    """Everybody who belongs at the talk is asked; whoever is not, needs a reason."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("Wat voor gesprek?"), choices=Kind.choices, widget=forms.RadioSelect)
    with_student = forms.BooleanField(label=_("De leerling is erbij"), required=False)
    reason_alone = needed(reason_field(_("Waarom zonder de leerling?")), _("nodig zonder de leerling"))
    guardians = forms.TypedMultipleChoiceField(
        label=_("Wie van thuis?"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    reason = needed(
        reason_field(_("Waarom niet iedereen van thuis?"), _("Alleen school leest dit.")),
        _("nodig als je iemand overslaat"),
    )
    colleagues = forms.TypedMultipleChoiceField(
        label=_("Wie komt er nog van school?"), coerce=int, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    field_order = (
        "kind", "moment", "minutes", "place", "with_student", "reason_alone", "guardians", "reason",
        "colleagues",
    )  # fmt: skip

    def __init__(
        self, *args: Any, table: Table, initial: dict[str, Any] | None = None, **kwargs: Any
    ) -> None:
        everybody = [person.pk for person in table.guardians]
        begun = {"token": uuid.uuid4(), "with_student": True, "guardians": everybody} | (initial or {})
        super().__init__(*args, **kwargs)
        self.initial = begun
        self.table = table
        self._offer("guardians", [(person.pk, person.full_name) for person in table.guardians])
        self._offer("colleagues", [(person.pk, person.name) for person in table.colleagues])

    def _offer(self, name: str, choices: list[tuple[int, str]]) -> None:
        if choices:
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a choice field
        else:
            self.fields[name] = forms.TypedMultipleChoiceField(
                coerce=int, required=False, widget=forms.MultipleHiddenInput
            )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        missing = {person.pk for person in self.table.guardians} - set(given.get("guardians") or ())
        if missing and not given.get("reason"):
            self.add_error("reason", _("Schrijf waarom niet iedereen van thuis erbij is."))
        if not given.get("with_student") and not given.get("reason_alone"):
            self.add_error("reason_alone", _("Schrijf waarom de leerling er niet bij is."))
        return given


class MoveForm(WhenForm):
    """The same talk at another time or place."""

    def __init__(self, *args: Any, talk: Talk, now: dt.datetime) -> None:
        super().__init__(*args, now=now)
        self.talk = talk
        self.initial = {"moment": amsterdam(talk.moment), "minutes": talk.minutes, "place": talk.place}

    def clean_moment(self) -> dt.datetime:
        moment = super().clean_moment()
        if not self.talk.may_come_at(moment):
            raise forms.ValidationError(
                _("Thuis kreeg iets ernstigs te lezen. Geef daar drie dagen voor, en kies een latere dag.")
            )
        return moment


class CancelForm(forms.Form):
    reason = Remark(
        label=_("Waarom gaat het niet door?"), max_length=200, widget=forms.TextInput(LINE),
        help_text=_("Iedereen van het gesprek leest dit."),
        error_messages={"required": _("Schrijf waarom het niet doorgaat.")},
    )  # fmt: skip


class ChangeForm(forms.Form):
    """What somebody does, and before which day."""

    words = Remark(
        label=_("Wat?"), max_length=200, widget=forms.TextInput(LINE),
        error_messages={"required": _("Schrijf wat jullie afspreken.")},
    )  # fmt: skip
    until = forms.DateField(
        label=_("Wanneer klaar?"), required=False,
        widget=forms.DateInput({"class": "field field-short", "type": "date"}, format="%Y-%m-%d")
    )  # fmt: skip

    def __init__(self, *args: Any, today: dt.date, pledge: Pledge | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"words": pledge.words, "until": pledge.until} if pledge else {}
        self.today = today

    def clean_until(self) -> dt.date | None:
        until: dt.date | None = self.cleaned_data["until"]
        if until and not self.today <= until <= self.today + FARTHEST:
            raise forms.ValidationError(_("Kies een dag vanaf vandaag."))
        return until


class PledgeForm(ChangeForm):
    """One sentence of the talk: who does it is somebody of the talk."""

    who = forms.TypedChoiceField(
        label=_("Wie?"), coerce=int, widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie dit doet."), "invalid_choice": _("Kies wie dit doet.")},
    )  # fmt: skip
    field_order = ("who", "words", "until")

    def __init__(self, *args: Any, talk: Talk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sides: dict[int, Side] = {side.pk: side for side in talk.sides.all() if not side.is_shut}
        self.fields["who"].choices = [  # type: ignore[attr-defined]  # a choice field
            (side.pk, side.person.name) for side in self.sides.values()
        ]

    @property
    def doer(self) -> Side:
        return self.sides[self.cleaned_data["who"]]

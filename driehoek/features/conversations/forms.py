"""What somebody fills in who asks, answers, wants a talk, or writes home."""

import datetime as dt
from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.media.forms import CarryingForm
from driehoek.base.shell.fields import OR_SPOKEN, Area, Words, needed
from driehoek.base.shell.hurrying import HurryForm
from driehoek.features.conversations.addresses import Address
from driehoek.features.conversations.models import About, Moment, Where

TEXT = 5_000


class WithAttachments(CarryingForm):
    """Something written or spoken, and what goes with it."""

    text = needed(Words(label=_("Je vraag"), max_length=TEXT, required=False, widget=Area()), OR_SPOKEN)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if not said.get("text") and not self.attached.rows and "text" not in self.errors:
            self.add_error("text", _("Schrijf of spreek eerst iets in."))
        return said


class AskForm(WithAttachments):
    """A question from home: about whom, and the words."""

    about = forms.ChoiceField(
        label=_("Over wie gaat het?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies over wie het gaat.")},
    )
    with_student = forms.BooleanField(label=_("Mijn kind leest mee"), required=False)

    def __init__(self, *args: Any, addresses: list[Address], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.addresses = {address.key: address for address in addresses}
        self.fields["about"].choices = [(key, address.label) for key, address in self.addresses.items()]  # type: ignore[attr-defined]

    @property
    def address(self) -> Address:
        return self.addresses[self.cleaned_data["about"]]

    @property
    def asks_student_in(self) -> bool:
        """Only about one child: else a brother would read about his sister."""
        return bool(self.cleaned_data["with_student"]) and len(self.address.children) == 1


class SayForm(HurryForm, WithAttachments):
    """Something said; in the evening school says why it cannot wait."""


class TalkForm(forms.Form):
    """Rather a talk: where, when it suits, and with or without an interpreter."""

    where = forms.ChoiceField(
        label=_("Hoe praat je het liefst?"), choices=Where.choices, widget=forms.RadioSelect
    )
    moments = forms.MultipleChoiceField(
        label=_("Wanneer kun je?"),
        choices=Moment.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    interpreter = forms.TypedChoiceField(
        label=_("Wil je een tolk?"),
        choices=[("no", _("Nee")), ("yes", _("Ja"))],
        coerce=lambda answer: answer == "yes",
        initial="no",
        widget=forms.RadioSelect,
    )


class ProposalForm(forms.Form):
    """A day, an hour and a place."""

    moment = forms.DateTimeField(
        label=_("Dag en tijd"),
        widget=forms.DateTimeInput({"type": "datetime-local", "class": "field"}, format="%Y-%m-%dT%H:%M"),
    )
    place = forms.CharField(label=_("Waar"), max_length=120, widget=forms.TextInput({"class": "field"}))

    def __init__(self, *args: Any, now: dt.datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now

    def clean_moment(self) -> dt.datetime:
        moment: dt.datetime = self.cleaned_data["moment"]
        if moment <= self.now:
            raise forms.ValidationError(_("Kies een tijd die nog komt."))
        return moment


def _why(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=200, required=False, widget=forms.TextInput({"class": "field"})
    )


class WriteForm(WithAttachments):
    """A colleague writes home: to every guardian, unless she says why not."""

    to = forms.TypedMultipleChoiceField(
        label=_("Aan wie"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies aan wie je schrijft.")},
    )
    reason = needed(_why(_("Waarom niet aan allebei?")), _("nodig als je iemand overslaat"))
    about = forms.ChoiceField(label=_("Waarover"), choices=About.choices, widget=forms.RadioSelect)
    text = needed(Words(label=_("Je bericht"), max_length=TEXT, required=False, widget=Area()), OR_SPOKEN)
    with_student = forms.BooleanField(label=_("De leerling leest mee"), required=False)
    urgent = forms.BooleanField(label=_("Dit kan niet wachten"), required=False)
    hurry = needed(_why(_("Waarom niet?")), _("nodig als dit niet kan wachten"))

    def __init__(self, *args: Any, guardians: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.guardians = guardians
        self.fields["to"].choices = list(guardians.items())  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if "to" in said and set(said["to"]) != set(self.guardians) and not said.get("reason"):
            self.add_error("reason", _("Schrijf waarom niet iedereen dit krijgt."))
        if said.get("urgent") and not said.get("hurry"):
            self.add_error("hurry", _("Schrijf kort waarom dit niet kan wachten."))
        return said

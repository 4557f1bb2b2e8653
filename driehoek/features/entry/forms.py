"""What a visitor fills in on the way in."""

import datetime as dt

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import dateformat
from django.utils.translation import gettext_lazy as _

from driehoek.facts.people.models import Person
from driehoek.features.entry.codes import typed
from driehoek.features.entry.messengers import messengers, road_to
from driehoek.features.entry.models import Invitation

A_LEAP_YEAR = 2000


class FieldWidgets(forms.Form):
    """Every field looks like a field."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # whatever a form takes
        for field in self.fields.values():
            if not isinstance(field.widget, forms.CheckboxInput | forms.RadioSelect):
                css = field.widget.attrs.get("class", "")
                field.widget.attrs["class"] = f"field {css}".strip()


class LetterCodeForm(FieldWidgets):
    """The code of the letter, typed by hand."""

    code = forms.CharField(
        label=_("Code uit de brief"),
        help_text=_("8 letters en cijfers. Een 0 of een 1 komt er niet in voor."),
        max_length=40,
        widget=forms.TextInput(
            attrs={"class": "field-code", "autocomplete": "off", "autocapitalize": "characters"}
        ),
        error_messages={"required": _("Vul de code in die op de brief staat.")},
    )

    def clean_code(self) -> str:
        code = typed(self.cleaned_data["code"])
        if not code:
            raise forms.ValidationError(_("Kijk nog eens op de brief. De code heeft 8 tekens."))
        return code


class BirthdayForm(FieldWidgets):
    """On which day the child has its birthday. Not the year: that is on too many papers."""

    day = forms.TypedChoiceField(
        label=_("Dag"), coerce=int, choices=[("", ""), *((day, day) for day in range(1, 32))]
    )
    month = forms.TypedChoiceField(label=_("Maand"), coerce=int)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        months = [(month, _month(month)) for month in range(1, 13)]
        self.fields["month"].choices = [("", ""), *months]  # type: ignore[attr-defined]
        self.fields["day"].error_messages["required"] = _("Kies de dag.")
        self.fields["month"].error_messages["required"] = _("Kies de maand.")

    @property
    def answer(self) -> str:
        return f"{self.cleaned_data['day']}-{self.cleaned_data['month']}"


class GivenNameForm(FieldWidgets):
    """Asked instead, when the school does not know the birthday."""

    name = forms.CharField(
        label=_("Voornaam van je kind"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Vul de voornaam van je kind in.")},
    )

    @property
    def answer(self) -> str:
        return str(self.cleaned_data["name"])


def question_about(invitation: Invitation, data: object = None) -> BirthdayForm | GivenNameForm:
    return BirthdayForm(data) if invitation.asks_birthday else GivenNameForm(data)


class AddressForm(FieldWidgets):
    """Where the six digits go. Says the same to an address that nobody has."""

    address = forms.CharField(
        label=_("E-mail"),
        max_length=254,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "inputmode": "email"}
        ),
        error_messages={"required": _("Vul je e-mailadres in.")},
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if len(messengers()) > 1:
            self.fields["address"].label = _("E-mail of mobiel nummer")
            self.fields["address"].widget.attrs["inputmode"] = "text"

    def clean_address(self) -> str:
        road = road_to(self.cleaned_data["address"])
        if road is None:
            raise forms.ValidationError(_("Dit is geen e-mailadres. Kijk het nog even na."))
        return road[1]


class SixDigitsForm(FieldWidgets):
    code = forms.CharField(
        label=_("Code"),
        help_text=_("6 cijfers"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"class": "field-code", "autocomplete": "one-time-code", "inputmode": "numeric"}
        ),
        error_messages={"required": _("Vul de 6 cijfers in.")},
    )

    def clean_code(self) -> str:
        return "".join(sign for sign in self.cleaned_data["code"] if sign.isdigit())


WEAK = {  # by the code of the one who refuses; Django knows these sentences in some of our languages only
    "password_too_short": _("Dit is te kort. Kies minstens 12 tekens."),
    "password_too_common": _("Dit wachtwoord hebben veel mensen. Kies een ander."),
    "password_entirely_numeric": _("Dit zijn alleen cijfers. Gebruik ook letters."),
    "password_too_similar": _("Dit lijkt te veel op je naam of je e-mailadres."),
}


class NewPasswordForm(FieldWidgets):
    """A colleague chooses a password: long, and not one that everybody has."""

    password = forms.CharField(
        label=_("Nieuw wachtwoord"),
        help_text=_("Minstens 12 tekens. Een zin van vier woorden is goed."),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Vul een wachtwoord in.")},
    )
    again = forms.CharField(
        label=_("Nog een keer"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Vul het wachtwoord nog een keer in.")},
    )

    def __init__(self, *args: object, person: Person, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        try:
            validate_password(password, self.person)
        except ValidationError as weak:
            raise ValidationError([WEAK.get(str(error.code), error) for error in weak.error_list]) from weak
        return password

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if {"password", "again"} <= given.keys() and given["password"] != given["again"]:
            self.add_error("again", _("Dit is anders dan het eerste."))
        return given


def _month(number: int) -> str:
    return dateformat.format(dt.date(A_LEAP_YEAR, number, 1), "F")

"""What somebody fills in who says yes or no to a family, or comes back on it: always with a reason."""

from typing import Any  # what a form is given

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from driehoek.base.shell.fields import Remark, needed

READ_AT_HOME = _("De ouder leest dit.")


def reason_field(label: Any, *, missing: Any = None, help_text: Any = READ_AT_HOME) -> Remark:
    """Why, in words. It may stay empty unless there is a sentence for when it is `missing`."""
    return Remark(
        label=label,
        help_text=help_text,
        max_length=500,
        required=missing is not None,
        widget=forms.Textarea({"class": "field", "rows": 3}),
        error_messages={"required": missing} if missing else None,
    )


class YesOrNoForm(forms.Form):
    """Yes, or no with the reason."""

    why_not: str | Promise = _("Leg uit waarom het niet kan.")  # what she reads who leaves it out

    outcome = forms.ChoiceField(choices=[("yes", ""), ("no", "")])
    reason = needed(reason_field(_("Waarom?")), _("nodig bij een nee"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("outcome") == "no" and not given.get("reason"):
            self.add_error("reason", str(self.why_not))
        return given

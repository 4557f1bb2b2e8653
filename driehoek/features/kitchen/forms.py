"""What a child picks, writes or speaks at the kitchen table."""

from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.media.forms import SpeakingForm
from driehoek.base.shell.fields import OR_SPOKEN, Area, Remark, Words, needed
from driehoek.features.kitchen.bank import Ready

OWN = "eigen"


class WishForm(SpeakingForm):
    """One of three, or her own, written or spoken."""

    picked = forms.ChoiceField(
        label=_("Wat wil je dat iemand thuis vraagt?"), widget=forms.RadioSelect,
        error_messages={"required": _("Kies een vraag, of bedenk er zelf een.")},
    )  # fmt: skip
    words = needed(
        Remark(label=_("Je eigen vraag"), max_length=160, required=False, widget=Area(rows=2)),
        _("nodig bij een eigen vraag"),
    )

    def __init__(self, *args: Any, choices: list[Ready], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ours = [(ready.key, ready.shown.words) for ready in choices]
        self.fields["picked"].choices = [*ours, (OWN, _("Mijn eigen vraag"))]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        hers = said.get("words", "").strip() or self.voice
        if hers and self.has_error("picked", "required"):  # what else can she mean
            del self.errors["picked"]
            said["picked"] = OWN
        if said.get("picked") == OWN and "words" not in self.errors:
            if not hers:
                self.add_error("words", _("Schrijf eerst je vraag, of spreek hem in."))
        elif said.get("picked") and self.voice:  # what she spoke would be lost
            self.add_error("picked", _("Je sprak een vraag in. Kies dan: mijn eigen vraag."))
        return said

    @property
    def said(self) -> tuple[str, str]:
        """Her words, or else the key of ours."""
        picked = self.cleaned_data["picked"]
        return (self.cleaned_data["words"].strip(), "") if picked == OWN else ("", picked)


class ReflectionForm(SpeakingForm):
    text = needed(
        Words(label=_("Wat denk jij?"), max_length=1_500, required=False, widget=Area(rows=5)), OR_SPOKEN
    )
    for_teacher = forms.BooleanField(label=_("Mijn juf, meester of mentor mag het ook lezen"), required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if "text" not in self.errors and not (said["text"].strip() or self.voice):
            self.add_error("text", _("Schrijf of spreek eerst iets in."))
        return said

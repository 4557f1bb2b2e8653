"""What a parent asks, and what somebody answers."""

from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.media.forms import SpeakingForm
from driehoek.base.shell.fields import OR_SPOKEN, Area, Words, needed
from driehoek.base.shell.hurrying import HurryForm
from driehoek.base.shell.slowing import slow_down
from driehoek.facts.schools.models import Group
from driehoek.features.questions.asking import Asking
from driehoek.features.questions.reading import Reading

ACCEPTS = _("Ik houd mij aan de afspraken")
READ_FIRST = _("Lees de afspraken en zet een vinkje.")


class SpokenForm(SpeakingForm):
    """Words, or a voice that says them."""

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if "text" not in self.errors and not (said["text"].strip() or self.voice):
            self.add_error("text", _("Schrijf of spreek eerst iets in."))
        return said


class AskForm(SpokenForm):
    text = needed(
        Words(label=_("Wat wil je vragen?"), max_length=600, required=False, widget=Area(rows=4)), OR_SPOKEN
    )
    accepts = forms.BooleanField(label=ACCEPTS, required=False)
    sure = forms.BooleanField(required=False)  # she read that it may be for the teacher
    change = forms.BooleanField(required=False)  # back to her words

    def __init__(self, *args: Any, asking: Asking, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asking = asking
        names = [(str(group.pk), group.name) for group in asking.groups]
        self.fields["group"] = forms.ChoiceField(
            label=_("Aan welke ouders?"), choices=names, initial=asking.likely,
            widget=forms.HiddenInput() if len(names) == 1 else forms.RadioSelect(),
        )  # fmt: skip
        if not asking.unread:
            del self.fields["accepts"]

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.asking.is_out_of_breath():
            slow_down(self, str(_("Dat zijn veel vragen op een dag. Kom morgen terug.")), "text")
        group = self.asking.group_of(self.cleaned_data.get("group", ""))
        if group and self.asking.must_read(group) and not self.cleaned_data.get("accepts"):
            self.add_error("accepts", READ_FIRST)
        return self.cleaned_data

    @property
    def chosen(self) -> Group:
        return next(group for group in self.asking.groups if str(group.pk) == self.cleaned_data["group"])

    @property
    def should_think_again(self) -> bool:
        """It seems to be about one child, and she was not asked yet whether it is."""
        said = self.cleaned_data
        return not said["sure"] and self.asking.seems_about_one_child(said["text"], self.chosen)


class AnswerForm(HurryForm, SpokenForm):
    """In the evening school says why its answer cannot wait."""

    text = Words(max_length=1_000, required=False)
    accepts = forms.BooleanField(label=ACCEPTS, required=False)

    def __init__(self, *args: Any, reading: Reading, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reading = reading

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.reading.is_out_of_breath():
            slow_down(self, str(_("Dat zijn veel antwoorden op een dag. Kom morgen terug.")), "text")
        if why := self.reading.closed_because:
            self.add_error(None, why)
        elif self.reading.must_read and not self.cleaned_data["accepts"]:
            self.add_error("accepts", READ_FIRST)
        return self.cleaned_data

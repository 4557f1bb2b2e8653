"""What a family fills in: first what happened, then who may read it."""

from typing import Any  # what a form is given

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.media.describing import describe
from driehoek.backbone.media.fields import FilesField
from driehoek.backbone.media.forms import SpeakingForm
from driehoek.base.shell.fields import Area, Words, needed
from driehoek.features.stories.models import Who
from driehoek.features.stories.telling import Sending, Subject

MOST_PHOTOS = 6
TO = [("teacher", _("Alleen de juf of meester")), ("class", _("De hele klas"))]


class BeginForm(SpeakingForm):
    """The words, spoken or written, and the photos."""

    text = needed(
        Words(label=_("Wat wil je vertellen?"), max_length=3_000, required=False, widget=Area()),
        _("of spreek iets in, of kies een foto"),
    )
    photos = FilesField(label=_("Foto's"), required=False, accept="image/*")

    def __init__(self, *args: Any, subjects: list[Subject], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subjects = {subject.key: subject for subject in subjects}
        names = [(subject.key, subject.name) for subject in subjects]
        alone = len(names) == 1
        self.fields["about"] = forms.ChoiceField(
            label=_("Over wie gaat het?"), choices=names, initial=names[0][0] if alone else None,
            widget=forms.HiddenInput() if alone else forms.RadioSelect(),
        )  # fmt: skip
        self.order_fields(["about", "text", "photos"])

    @property
    def subject(self) -> Subject:
        return self.subjects[self.cleaned_data["about"]]

    def clean_photos(self) -> list[UploadedFile]:
        photos: list[UploadedFile] = self.cleaned_data["photos"]
        if len(photos) > MOST_PHOTOS:
            raise forms.ValidationError(_("Dat zijn te veel foto's. Kies er hooguit zes."))
        return photos

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if not self.errors and not (said["text"].strip() or said["photos"] or self.voice):
            self.add_error("text", _("Schrijf of spreek iets in, of kies een foto."))
        return said


class SendForm(forms.Form):
    """Who is on the photos, and who may read it."""

    who = forms.ChoiceField(
        label=_("Wie staat er op de foto's?"), choices=Who.choices, widget=forms.RadioSelect
    )
    to = forms.ChoiceField(
        label=_("Wie mag het lezen?"), choices=TO, initial="teacher", widget=forms.RadioSelect
    )
    in_circle = forms.BooleanField(label=_("Dit mag in de kring, op het bord"), required=False)
    at_home = forms.BooleanField(label=_("Mijn kind mag het ook lezen"), required=False)
    accepts = forms.BooleanField(label=_("Ik houd mij aan de afspraken"), required=False)

    def __init__(self, *args: Any, sending: Sending, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sending = sending
        if not sending.photos:
            del self.fields["who"]
        if sending.is_by_child:
            self.fields["at_home"].label = _("Mijn ouders mogen het ook lezen")
            self.fields["at_home"].initial = True
        if sending.closed_because:
            del self.fields["to"], self.fields["accepts"]
        elif not sending.needs_yes:
            del self.fields["accepts"]

    def clean(self) -> dict[str, Any]:
        for sentence in describe(self.sending.photos, self.data):  # type: ignore[arg-type]  # of a request
            self.add_error(None, sentence)
        if self.cleaned_data.get("to") == "class":
            self._complain()
        return self.cleaned_data

    def _complain(self) -> None:
        """What must not go to the class as it is. The teacher alone may always have it."""
        who, said = self.cleaned_data.get("who"), self.cleaned_data
        if "accepts" in self.fields and not said.get("accepts"):
            self.add_error("accepts", _("Lees de afspraken en zet een vinkje."))
        if who == Who.OTHERS:
            self.add_error("to", _("Er staan andere kinderen op. Stuur dit alleen naar de juf of meester."))
        if who == Who.OWN and not self.sending.child_may_be_shown:
            self.add_error("to", _("Deze foto mag niet naar de klas. Kijk bij de foto's van je kind."))

    @property
    def choices(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {
            "who": said.get("who", ""),
            "for_class": said.get("to") == "class",
            "in_circle": said["in_circle"],
            "at_home": said["at_home"],
            "accepts": said.get("accepts", False),
        }

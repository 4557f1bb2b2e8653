"""Choosing one's own face, and who may see it."""

from typing import Any  # Django's forms take whatever a request holds

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.facts.people.models import Person, Portrait


class FaceForm(forms.Form):
    picture = forms.FileField(
        label=_("Een foto van jou"), required=False, widget=forms.FileInput(attrs={"accept": "image/*"})
    )
    for_class = forms.BooleanField(label=_("Ouders van de groep mogen mijn foto zien"), required=False)

    def __init__(self, *args: Any, portrait: Portrait | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.portrait = portrait
        self.fields["picture"].required = portrait is None
        self.initial["for_class"] = bool(portrait and portrait.for_class)

    def save(self, person: Person) -> None:
        """Raises a kind of ImageRefused when the picture is not a good one."""
        for_class = self.cleaned_data["for_class"]
        if picture := self.cleaned_data["picture"]:
            Portrait.put(person, picture, for_class=for_class)
        elif self.portrait:
            self.portrait.for_class = for_class
            self.portrait.save(update_fields=["for_class", "updated_at"])

"""Choosing one's own face."""

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.facts.people.models import Person, Portrait


class FaceForm(forms.Form):
    picture = forms.FileField(
        label=_("Een foto van jou"), widget=forms.FileInput(attrs={"accept": "image/*"})
    )

    def save(self, person: Person) -> None:
        """Raises a kind of ImageRefused when the picture is not a good one."""
        Portrait.put(person, self.cleaned_data["picture"])

"""What a person sets for herself."""

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.facts.people.models import Person
from driehoek.facts.people.models.person import TextSize, Theme


class LookForm(forms.Form):
    """How pages look."""

    text_size = forms.ChoiceField(label=_("Letters"), choices=TextSize.choices, widget=forms.RadioSelect)
    theme = forms.ChoiceField(label=_("Kleuren"), choices=Theme.choices, widget=forms.RadioSelect)
    high_contrast = forms.TypedChoiceField(
        label=_("Extra duidelijk"),
        choices=[("no", _("Nee")), ("yes", _("Ja"))],
        coerce=lambda answer: answer == "yes",
        widget=forms.RadioSelect,
    )

    @staticmethod
    def of(person: Person) -> dict[str, str]:
        contrast = "yes" if person.high_contrast else "no"
        return {"text_size": person.text_size, "theme": person.theme, "high_contrast": contrast}

    def save(self, person: Person) -> None:
        person.look(**self.cleaned_data)

"""What a person sets for herself."""

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.models.preference import Rhythm
from driehoek.backbone.notifications.preferences import prefer, preferences_of
from driehoek.facts.people.models import Person
from driehoek.facts.people.models.person import TextSize, Theme

YES_NO = [(Rhythm.NOW, _("Ja")), (Rhythm.OFF, _("Nee"))]


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


class ChannelsForm(forms.Form):
    """For each kind of news: by mail, or not."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # whatever a form takes
        for category in Category:
            self.fields[category] = forms.ChoiceField(
                label=category.label, choices=YES_NO, widget=forms.RadioSelect
            )

    @staticmethod
    def of(person: Person) -> dict[str, str]:
        return {line.category: line.rhythm for line in preferences_of(person) if line.channel == "email"}

    def save(self, person: Person) -> None:
        for category, rhythm in self.cleaned_data.items():
            prefer(person, category=category, channel="email", rhythm=rhythm)

"""The photo check on the page of a colleague: are they on a photo, on which, and what then?

Nothing is answered beforehand and no machine looks at faces. A photo with a child who may not be shown is
only for her own parents, or gets a kite over her face, or goes.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.media.checking import answer_check, cover, limit_to_parents
from driehoek.backbone.media.models import Photo
from driehoek.base.core.uploads import Disc
from driehoek.facts.people.models import Person

KITE = 0.09  # radius of a kite, as a part of the long side of the photo
REMEDIES = [
    ("limit", _("Alleen voor eigen ouders")),
    ("remove", _("Haal weg")),
    ("cover", _("Bedek")),
]


class PhotoCheckForm(forms.Form):
    """One question for all photos; only after a yes one for each photo."""

    on_photo = forms.ChoiceField(
        choices=[("nobody", _("Nee, niemand")), ("someone", _("Ja"))],
        error_messages={"required": _("Zeg eerst of een van hen op een foto staat.")},
    )

    absent = forms.BooleanField(
        label=_("De directeur keek mee: dit kind staat op geen foto"),
        error_messages={"required": _("Vraag eerst de directeur of het kind op een foto staat.")},
    )

    def __init__(
        self, *args: Any, photos: list[Photo], asked: list[Person], unnamed: set[Person], **kwargs: Any
    ) -> None:
        """unnamed: those of the asked whom this colleague may not know. Someone else looks for them."""
        super().__init__(*args, **kwargs)
        self.photos, self.asked, self.unnamed = photos, asked, unnamed
        self.named = [child for child in asked if child not in unnamed]
        self.fields["on_photo"].required = bool(self.named)
        self.fields["absent"].required = bool(unnamed)
        faces = [(str(child.pk), child.name) for child in self.named]
        for photo in photos:
            self.fields[f"on-{photo.pk}"] = forms.MultipleChoiceField(
                choices=faces, required=False, widget=forms.CheckboxSelectMultiple
            )
            self.fields[f"how-{photo.pk}"] = forms.ChoiceField(
                choices=REMEDIES, required=False, widget=forms.RadioSelect
            )
            self.fields[f"kites-{photo.pk}"] = forms.CharField(max_length=400, required=False)

    @property
    def answers(self) -> "list[PhotoAnswer]":
        """One for each photo; before anything was said, nobody is on it."""
        return [PhotoAnswer(self, photo) for photo in self.photos]

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("on_photo") == "someone":
            found = [answer for answer in self.answers if answer.present]
            if not found:
                raise forms.ValidationError(_("Tik aan wie op welke foto staat."))
            for answer in found:
                answer.complain()
        return self.cleaned_data

    def apply(self, *, by: Person, at: dt.datetime) -> None:
        """Keep what was said, and do to each photo what was chosen. Photos that must go leave no trace."""
        staying = [answer for answer in self.answers if answer.how != "remove"]
        for answer in self.answers:
            if answer not in staying:
                answer.photo.discard()
        present = {
            child.pk: {answer.photo.pk for answer in staying if child.pk in answer.present}
            for child in self.asked
        }
        answer_check([answer.photo for answer in staying], present, by=by, at=at)
        for answer in staying:
            answer.apply(by=by, at=at)


@dataclass(frozen=True)
class PhotoAnswer:
    """What was said about one photo."""

    form: PhotoCheckForm
    photo: Photo

    def _said(self, field: str) -> Any:
        someone = getattr(self.form, "cleaned_data", {}).get("on_photo") == "someone"
        return self.form.cleaned_data.get(f"{field}-{self.photo.pk}") if someone else None

    @property
    def present(self) -> set[int]:
        return {int(key) for key in self._said("on") or []}

    @property
    def how(self) -> str:
        return (self._said("how") or "") if self.present else ""

    @property
    def kites(self) -> list[Disc]:
        """ "0.31,0.4;0.62,0.38": where faces were tapped, in parts of the width and the height."""
        try:
            places = [place.split(",") for place in (self._said("kites") or "").split(";") if place]
            return [Disc(_part(x), _part(y), KITE) for x, y in places]
        except ValueError:
            return []

    def complain(self) -> None:
        """Say on the form what is still missing."""
        if not self.how:
            self.form.add_error(f"how-{self.photo.pk}", _("Kies wat er met deze foto gebeurt."))
        elif self.how == "cover" and self.photo.film_id:
            self.form.add_error(f"how-{self.photo.pk}", _("Een film kun je niet bedekken. Haal hem weg."))
        elif self.how == "limit" and len(self.present) > 1:
            self.form.add_error(f"how-{self.photo.pk}", _("Hier staan er meer op. Kies Haal weg of Bedek."))
        elif self.how == "cover" and len(self.kites) < len(self.present):
            self.form.add_error(f"how-{self.photo.pk}", _("Tik op de foto elk gezicht aan dat bedekt moet."))

    def apply(self, *, by: Person, at: dt.datetime) -> None:
        children = [child for child in self.form.asked if child.pk in self.present]
        if self.how == "limit":
            limit_to_parents(self.photo, children[0], by=by, at=at)
        elif self.how == "cover":
            for number, kite in enumerate(self.kites):
                cover(self.photo, children[min(number, len(children) - 1)], kite, by=by, at=at)


def _part(text: str) -> float:
    part = float(text)
    if not 0 <= part <= 1:
        raise ValueError("not on the photo")
    return part

"""What the head fills in for a round, and the two taps of who answers."""

import datetime as dt
from collections.abc import Iterator
from typing import Any  # what a form is given

from django import forms
from django.forms.boundfield import BoundWidget
from django.utils.dateformat import format as date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from driehoek.backbone.access.viewer import Viewer
from driehoek.base.shell.fields import Area, Remark
from driehoek.facts.people.naming import names_one_of
from driehoek.facts.schools.models import School
from driehoek.features.pulse.models import Readers, Round
from driehoek.features.pulse.models.round import LONGEST, Questions
from driehoek.features.pulse.models.side import MOST_WORDS
from driehoek.features.pulse.usual import FACES, USUAL, Face

FIELD = {"class": "field"}
A_DAY, TWO_WEEKS = dt.timedelta(days=1), dt.timedelta(days=11)
FARTHEST = dt.timedelta(days=365)
MONDAY = 7  # days after the last one
ASKED = {  # the field of each question: its side, and its place there
    "guardians_first": (Readers.GUARDIANS, 0), "guardians_second": (Readers.GUARDIANS, 1),
    "students_first": (Readers.STUDENTS, 0), "students_second": (Readers.STUDENTS, 1),
}  # fmt: skip


def day_field(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label, widget=forms.DateInput(attrs=FIELD | {"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": gettext_lazy("Kies een dag.")},
    )  # fmt: skip


def question_field(label: Any) -> Remark:
    return Remark(
        label=label, max_length=120, widget=Area(rows=2),
        error_messages={"required": gettext_lazy("Schrijf hier een zin.")},
    )  # fmt: skip


class RoundForm(forms.Form):
    """From when to when, and the words. She need not change anything."""

    starts_on = day_field(gettext_lazy("Eerste dag"))
    ends_on = day_field(gettext_lazy("Laatste dag"))
    guardians_first = question_field(gettext_lazy("Ouders, eerste zin"))
    guardians_second = question_field(gettext_lazy("Ouders, tweede zin"))
    students_first = question_field(gettext_lazy("Leerlingen, eerste zin"))
    students_second = question_field(gettext_lazy("Leerlingen, tweede zin"))

    def __init__(
        self, *args: Any, school: School, today: dt.date, round_: Round | None = None, **kwargs: Any
    ) -> None:
        begun = _as_it_is(round_) if round_ else _as_usual(today)
        super().__init__(*args, **kwargs | {"initial": begun})
        self.school, self.today, self.round = school, today, round_

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("starts_on"), given.get("ends_on")
        if not first:
            return given
        if not self.today < first <= self.today + FARTHEST:
            self.add_error("starts_on", _("Kies een dag vanaf morgen, binnen een jaar."))
        elif last and not first <= last <= first + LONGEST:
            self.add_error("ends_on", _("Kies een dag na de eerste dag, hooguit zes weken later."))
        elif last and (near := Round.objects.near(self.school, first, last, besides=self.round).first()):
            day = {"first": _day(near.starts_on), "last": _day(near.ends_on)}
            said = _("Er zijn al vragen van %(first)s tot en met %(last)s. Laat er zes weken tussen.")
            self.add_error("starts_on", said % day)
        return given

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        return self.cleaned_data["starts_on"], self.cleaned_data["ends_on"]

    @property
    def questions(self) -> Questions:
        said = self.cleaned_data
        return {side: (said[f"{side}_first"], said[f"{side}_second"]) for side in map(str, Readers.values)}


def _as_usual(today: dt.date) -> dict[str, Any]:
    """From next Monday, for two weeks of school."""
    monday = today + (MONDAY - today.weekday()) * A_DAY
    words = {name: str(USUAL[side][place]) for name, (side, place) in ASKED.items()}
    return {"starts_on": monday, "ends_on": monday + TWO_WEEKS, **words}


def _as_it_is(round_: Round) -> dict[str, Any]:
    sides = {side.readers: side.words for side in round_.sides.all()}
    words = {name: sides[side][place] or str(USUAL[side][place]) for name, (side, place) in ASKED.items()}
    return {"starts_on": round_.starts_on, "ends_on": round_.ends_on, **words}


def _day(day: dt.date) -> str:
    return date_format(day, _("j F"))


def face_field(label: Any) -> forms.TypedChoiceField:
    missed = gettext_lazy("Kies één van de vier gezichten.")
    return forms.TypedChoiceField(
        label=label, coerce=int, choices=[(face.number, face.label) for face in FACES],
        widget=forms.RadioSelect,
        error_messages={"required": missed, "invalid_choice": missed},
    )  # fmt: skip


class AnswerForm(forms.Form):
    """A face for each, and a sentence if she likes."""

    first = face_field(gettext_lazy("De eerste zin"))
    second = face_field(gettext_lazy("De tweede zin"))
    words = Remark(
        label=gettext_lazy("Wil je er iets bij zeggen?"), max_length=MOST_WORDS, required=False,
        widget=Area(rows=3),
        help_text=gettext_lazy("Eén zin is genoeg. Schrijf geen namen."),
    )  # fmt: skip

    def __init__(self, data: Any, *, viewer: Viewer) -> None:
        super().__init__(data)
        self.viewer = viewer

    def clean_words(self) -> str:
        """Of her own family: a name would tell whose sentence it is."""
        words: str = self.cleaned_data["words"]
        family = [seat.student.given_name for seat in self.viewer.seats if seat.student]
        if names_one_of([self.viewer.person.given_name, *family], words):
            raise forms.ValidationError(_("Hier staat een naam in. Haal die weg."))
        return words

    @property
    def faces(self) -> tuple[int, int]:
        return self.cleaned_data["first"], self.cleaned_data["second"]

    @property
    def first_tiles(self) -> Iterator[tuple[BoundWidget, Face]]:
        return zip(self["first"], FACES, strict=True)

    @property
    def second_tiles(self) -> Iterator[tuple[BoundWidget, Face]]:
        return zip(self["second"], FACES, strict=True)

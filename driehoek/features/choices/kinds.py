"""What can be chosen about each kind of news: what deviates lies open, the rest is folded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any  # whatever a form takes

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.categories import Category, Offer
from driehoek.backbone.notifications.channels.roads import ways_of
from driehoek.backbone.notifications.models import Preference, Rhythm
from driehoek.backbone.notifications.preferences import prefer, preferences_of, usual
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.choices.forms import LABELS, chosen, rhythms_by
from driehoek.features.choices.offers import OTHERWISE

AS_ELSEWHERE = ("same", _("Zoals altijd"))
FIXED = {Offer.ALWAYS: _("School stuurt dit altijd."), Offer.NEVER: _("School stuurt dit niet.")}


@dataclass(frozen=True)
class Kind:
    """One kind of news on the page: a choice for each road, or what the school decided."""

    category: Category
    fields: list[BoundField]
    said: Sequence[tuple[object, object]]  # by which road it comes, and how soon
    differs: bool = False
    fixed: object = ""

    @property
    def is_open(self) -> bool:
        return self.differs or any(field.errors for field in self.fields)


class KindsForm(forms.Form):
    """Each kind by each road; for one child or one school also: as everywhere."""

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        viewer: Viewer,
        student: Person | None = None,
        school: School | None = None,
        decided: Mapping[str, Offer] | None = None,
    ) -> None:
        super().__init__(data)
        self.person = viewer.person
        self.student, self.school, self.decided = student, school, decided or {}
        self.roads = ways_of(viewer)
        for category in Category:
            for road in self.roads if category not in self.decided else ():
                self.fields[f"{category}-{road}"] = forms.ChoiceField(
                    label=LABELS[road],
                    choices=[AS_ELSEWHERE, *rhythms_by(road)] if self.is_narrow else rhythms_by(road),
                    initial=self._known.get((category, road), AS_ELSEWHERE[0]),
                    widget=forms.RadioSelect,
                )

    @property
    def is_narrow(self) -> bool:
        return bool(self.student or self.school)

    @cached_property
    def _known(self) -> dict[tuple[str, str], str]:
        """What is chosen by now."""
        if not self.is_narrow:
            return {(line.category, line.channel): line.rhythm for line in preferences_of(self.person)}
        rows = Preference.objects.filter(person=self.person, student=self.student, school=self.school)
        return {(row.category, row.channel): row.rhythm for row in rows}

    def clean(self) -> dict[str, Any]:
        return chosen(self)

    @cached_property
    def kinds(self) -> list[Kind]:
        return [self._kind(category) for category in Category]

    @property
    def groups(self) -> list[tuple[object, list[Kind]]]:
        """What deviates first."""
        differ = [kind for kind in self.kinds if kind.differs]
        same = [kind for kind in self.kinds if not kind.differs]
        found = [(OTHERWISE, differ), (AS_ELSEWHERE[1] if differ else "", same)]
        return [(title, kinds) for title, kinds in found if kinds]

    def _kind(self, category: Category) -> Kind:
        if category in self.decided:
            return Kind(category, [], [], fixed=FIXED[self.decided[category]])
        fields = {road: self[f"{category}-{road}"] for road in self.roads}
        said = [(LABELS[road], _label(field)) for road, field in fields.items() if self._is_said(field)]
        differs = any(self._differs(category, road) for road in fields)
        return Kind(category, list(fields.values()), said, differs)

    def _is_said(self, field: BoundField) -> bool:
        """For one child or school only what is not as always; else by what road it comes."""
        return bool(field.initial != (AS_ELSEWHERE[0] if self.is_narrow else Rhythm.OFF))

    def _differs(self, category: Category, road: str) -> bool:
        if self.is_narrow:
            return (category, road) in self._known
        return self._known[category, road] != usual(category, road)

    def save(self) -> None:
        for name, rhythm in self.cleaned_data.items():
            category, _dash, road = name.partition("-")
            prefer(
                self.person,
                category=category,
                channel=road,
                rhythm=None if rhythm == AS_ELSEWHERE[0] else rhythm,
                student=self.student,
                school=self.school,
            )


def _label(field: BoundField) -> object:
    """How what is chosen by now is called."""
    return dict(field.field.choices).get(field.initial, "")  # type: ignore[attr-defined]  # of a choice

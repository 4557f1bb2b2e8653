"""What a school decides for all about each kind of news: what deviates lies open, the rest is folded."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any  # whatever a form takes

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.notifications.categories import Category, Offer, Readers, may_be, offered
from driehoek.backbone.notifications.models import HouseRule, SchoolBrevity
from driehoek.facts.schools.models import School
from driehoek.features.choices.forms import in_full

USUALLY = {
    Offer.USUALLY: _("Dit krijgt iedereen, tot iemand nee zegt"),
    Offer.ON_REQUEST: _("Dit krijgt alleen wie het vraagt"),
}
OTHERWISE = _("Anders dan meestal")


@dataclass(frozen=True)
class Kind:
    """One kind of news on the page: a choice for each circle of readers."""

    category: Category
    fields: list[BoundField]
    chosen: dict[Readers, Offer]

    @property
    def differs(self) -> bool:
        return set(self.chosen.values()) != {offered(self.category)}

    @property
    def is_open(self) -> bool:
        return self.differs or any(field.errors for field in self.fields)

    @property
    def said(self) -> list[tuple[str, str]]:
        """For whom it is otherwise, and how."""
        usual = offered(self.category)
        return [(str(who.label), str(how.label)) for who, how in self.chosen.items() if how != usual]


class OffersForm(forms.Form):
    """How a school sends each kind, to each circle of readers."""

    def __init__(self, data: Mapping[str, Any] | None, *, school: School) -> None:
        super().__init__(data)
        rows = HouseRule.objects.filter(school=school)
        self.decided = {(row.category, row.readers): Offer(row.offer) for row in rows}
        for category in Category:
            for readers in Readers:
                self.fields[f"{category}-{readers}"] = forms.ChoiceField(
                    label=readers.label,
                    choices=may_be(category),
                    initial=self._known(category, readers),
                    widget=forms.Select(attrs={"class": "field"}),
                )
        self.fields["in_full"] = in_full(
            not SchoolBrevity.is_chosen_by(school), _("Zet je dit uit? Dan staat er alleen dat er iets is.")
        )

    def _known(self, category: Category, readers: Readers) -> Offer:
        return self.decided.get((category, readers), offered(category))

    @cached_property
    def kinds(self) -> list[Kind]:
        return [
            Kind(
                category,
                [self[f"{category}-{readers}"] for readers in Readers],
                {readers: self._known(category, readers) for readers in Readers},
            )
            for category in Category
        ]

    @property
    def groups(self) -> list[tuple[object, list[Kind]]]:
        """What deviates first; then by what is usual."""
        found = [(OTHERWISE, [kind for kind in self.kinds if kind.differs])]
        for usual, title in USUALLY.items():
            same = [kind for kind in self.kinds if not kind.differs and offered(kind.category) == usual]
            found.append((title, same))
        return [(title, kinds) for title, kinds in found if kinds]

    @property
    def offers(self) -> dict[tuple[str, str], str]:
        found = {}
        for name, offer in self.cleaned_data.items():
            if name == "in_full":
                continue
            category, _dash, readers = name.partition("-")
            found[category, readers] = offer
        return found

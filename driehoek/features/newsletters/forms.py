"""What somebody fills in who puts a newsletter together."""

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Any  # what a form is given

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.shell.fields import Area, Words
from driehoek.facts.people.models import Person
from driehoek.facts.people.naming import names_one_of
from driehoek.facts.schools.models import Enrolment, Group, School
from driehoek.features.newsletters.labels import programme_of, running, year_of
from driehoek.features.newsletters.models import Block, Kind, Newsletter, Who
from driehoek.features.newsletters.models.block import Said, Tags
from driehoek.features.newsletters.showing import FIELD, NAMES, ShowForm


class TitleForm(forms.Form):
    """How the letter is called."""

    title = Words(
        label=_("Hoe heet deze nieuwsbrief?"), max_length=80, widget=forms.TextInput(FIELD),
        help_text=_("Zoals: Nieuwsbrief van november."),
        error_messages={"required": _("Geef de nieuwsbrief een naam.")},
    )  # fmt: skip
    token = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any, *, newsletter: Newsletter | None = None) -> None:
        first = {"title": newsletter.title} if newsletter else {}
        super().__init__(data, initial=first | {"token": uuid.uuid4()})


class BlockForm(ShowForm):
    """One block. What a kind does not have is not asked."""

    field_order = ("title", "text")

    title = Words(
        label=_("Kop"), max_length=120, widget=forms.TextInput(FIELD),
        error_messages={"required": _("Schrijf een kop.")},
    )  # fmt: skip
    text = Words(label=_("Tekst"), max_length=12_000, required=False, widget=Area(rows=5))
    who = forms.ChoiceField(
        label=_("Voor wie is dit?"), choices=Who.choices, initial=Who.GUARDIANS, widget=forms.RadioSelect,
        error_messages={"required": _("Kies voor wie dit is.")},
    )  # fmt: skip
    groups = forms.ModelMultipleChoiceField(
        Group.objects.none(), label=_("Van welke groepen?"), required=False,
        widget=forms.CheckboxSelectMultiple, error_messages={"required": _("Kies een groep.")},
    )  # fmt: skip
    years = forms.TypedMultipleChoiceField(
        label=_("Of van een heel leerjaar"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    programmes = forms.MultipleChoiceField(
        label=_("Of van een hele opleiding"), required=False, widget=forms.CheckboxSelectMultiple
    )
    is_open = forms.BooleanField(
        label=_("Dit mag ook op de open pagina"), required=False,
        help_text=_("Die pagina leest iedereen. Noem geen kinderen."),
    )  # fmt: skip
    token = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, data: Any, *, newsletter: Newsletter, kind: str, viewer: Viewer, block: Block | None = None
    ) -> None:
        super().__init__(data, initial={"token": uuid.uuid4()} | (_known(block) if block else {}))
        self.newsletter, self.kind, self.viewer = newsletter, Kind(kind), viewer
        self.today = viewer.today
        if kind != Kind.SHOW:
            for name in NAMES:
                del self.fields[name]
        self._offer()

    @cached_property
    def is_for_all(self) -> bool:
        """Whether she may address the whole school; else only her own groups."""
        return self.newsletter.allows(self.viewer, "edit_any")

    def _offer(self) -> None:
        """The groups she may address, and the labels that more than one of them carry."""
        groups = running(self.newsletter.school, self.viewer.now)
        if not self.is_for_all:
            groups = groups.filter(pk__in=rows(Group, self.viewer, may="work_with").values("pk"))
        self.fields["groups"].queryset = groups.order_by("kind", "name")  # type: ignore[attr-defined]
        found = list(groups) if self.is_for_all else []
        self._offer_labels("years", [year_of(group) for group in found])
        self._offer_labels("programmes", [programme_of(group) for group in found])
        self.fields["groups"].required = not self.is_for_all
        if self.is_for_all:
            self.fields["groups"].help_text = _("Kies je niets, dan is het voor de hele school.")

    def _offer_labels(self, name: str, labels: Iterable[int | str | None]) -> None:
        carried = [label for label in labels if label]
        several = sorted({label for label in carried if carried.count(label) > 1}, key=str)
        if several:
            self.fields[name].choices = [(label, label) for label in several]  # type: ignore[attr-defined]
        else:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("is_open") and self._names_a_child(f"{said.get('title')} {said.get('text')}"):
            self.add_error("is_open", _("Hier staat de naam van een kind. Haal die weg, of zet dit uit."))
        return said

    def _names_a_child(self, words: str) -> bool:
        """Any child of this school, also one whom the writer may not know: it says so of no one."""
        return says_a_name(self.newsletter.school, words, self.viewer.today)

    @property
    def said(self) -> Said:
        chosen = self.cleaned_data
        names = ("title", "text", "who", "is_open", *NAMES)
        return Said(**{name: chosen[name] for name in names if name in chosen})

    @property
    def tags(self) -> Tags:
        chosen = self.cleaned_data
        years, programmes = chosen.get("years", ()), chosen.get("programmes", ())
        return Tags(tuple(chosen["groups"]), tuple(years), tuple(programmes))


def _known(block: Block) -> dict[str, Any]:
    names = ("title", "text", "who", "is_open", *NAMES)
    tags = block.tags
    found = {name: getattr(block, name) for name in names}
    return found | {"groups": tags.groups, "years": tags.years, "programmes": tags.programmes}


def says_a_name(school: School, words: str, day: dt.date) -> bool:
    here = Enrolment.objects.on(day).filter(group__school=school).values("student")
    names = Person.objects.filter(pk__in=here).values_list("given_name", flat=True).distinct()
    return names_one_of(names, words)

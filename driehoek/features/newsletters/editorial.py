"""Who puts the newsletters of a school together besides its leaders, and whom one may ask."""

import datetime as dt
from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment, School
from driehoek.facts.schools.models.belonging import Function
from driehoek.features.newsletters.models import Editor


class _Colleagues(forms.ModelChoiceField[Person]):
    def label_from_instance(self, obj: Person) -> str:
        return obj.full_name


class EditorForm(forms.Form):
    """One colleague of this school."""

    person = _Colleagues(
        Person.objects.none(), label=_("Wie maakt er mee?"), widget=forms.Select({"class": "field"}),
        empty_label=_("Kies een collega"), error_messages={"required": _("Kies een collega.")},
    )  # fmt: skip

    def __init__(self, data: Any, *, school: School, day: dt.date) -> None:
        super().__init__(data)
        leading = [Function.HEAD, Function.OFFICE]
        here = Appointment.objects.on(day).filter(school=school)
        working = Person.objects.filter(pk__in=here.exclude(function__in=leading).values("person"))
        asked = Editor.objects.filter(school=school).values("person")
        free = working.filter(is_active=True).exclude(pk__in=asked)
        self.fields["person"].queryset = free.order_by("given_name", "family_name")  # type: ignore[attr-defined]


def editors_of(school: School, viewer: Viewer) -> list[Editor]:
    rows = Editor.objects.where(viewer, may="keep").filter(school=school)
    return list(rows.select_related("person").order_by("person__given_name"))

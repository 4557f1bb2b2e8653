"""The sheet on which a care worker writes the day of a whole group: who was there, what counts for all of
them, and what was different for one."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any  # what a form is given

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.attaching import Attached
from driehoek.backbone.media.forms import SpeakingForm
from driehoek.backbone.media.models import Attachment
from driehoek.base.shell.fields import Remark
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment, Group
from driehoek.features.dayreports.models import ASPECTS, DayReport, DayVoice, Eaten, Mood, Slept

LEGENDS = {"eaten": _("Eten"), "slept": _("Slapen"), "mood": _("Hoe was het?")}


class AspectsForm(forms.Form):
    """Three things one sees of a child, none of them needed."""

    eaten = forms.ChoiceField(
        label=LEGENDS["eaten"], choices=Eaten.choices, required=False, widget=forms.RadioSelect
    )
    slept = forms.ChoiceField(
        label=LEGENDS["slept"], choices=Slept.choices, required=False, widget=forms.RadioSelect
    )
    mood = forms.ChoiceField(
        label=LEGENDS["mood"], choices=Mood.choices, required=False, widget=forms.RadioSelect
    )


class ChildForm(SpeakingForm, AspectsForm):
    """One child: there or not, and what was different, written or spoken."""

    there = forms.BooleanField(required=False)
    words = Remark(label=_("Zeg er iets bij"), max_length=300, required=False)
    silent = forms.BooleanField(required=False)  # what was spoken before goes

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if self.voice and not said["there"]:
            self.add_error("there", _("Je sprak iets in. Zet ook een vinkje dat dit kind er was."))
        return said


@dataclass(frozen=True)
class Row:
    """One child on the sheet, with her form and the report she has already."""

    child: Person
    form: ChildForm
    report: DayReport | None
    voices: list[Attachment]  # of that report


class DaySheet:
    """Today's sheet of one group. The gate has already let her in; a child she may not know is not on it."""

    def __init__(
        self,
        group: Group,
        viewer: Viewer,
        data: QueryDict | None = None,
        files: "MultiValueDict[str, UploadedFile] | None" = None,
    ) -> None:
        self.group, self.viewer, self.data, self.files = group, viewer, data, files
        self.for_all = AspectsForm(data, prefix="all")

    @cached_property
    def rows(self) -> list[Row]:
        return list(self._rows())

    def _rows(self) -> Iterator[Row]:
        here = Enrolment.objects.on(self.viewer.today).filter(group=self.group).values("student")
        children = rows(Person, self.viewer, may="see").filter(pk__in=here).select_related("portrait")
        written = DayReport.objects.visible_to(self.viewer).filter(group=self.group, day=self.viewer.today)
        known = {report.student_id: report for report in written}
        heard = DayVoice.of(report.pk for report in known.values())
        for child in children.order_by("given_name", "pk"):
            report = known.get(child.pk)
            yield Row(child, self._form(child, report), report, heard.get(report.pk, []) if report else [])

    def _form(self, child: Person, report: DayReport | None) -> ChildForm:
        prefix = f"c{child.pk}"
        spoken = Attached(self.viewer, self.group.school, self.data, self.files, prefix=f"{prefix}-")
        return ChildForm(self.data, prefix=prefix, attached=spoken, initial=_initial(report))

    def is_good(self) -> bool:
        return self.for_all.is_valid() and all([row.form.is_valid() for row in self.rows])

    @transaction.atomic
    def save(self) -> int:
        """How many children were there."""
        me = self.viewer
        for row in self.rows:
            if row.form.cleaned_data["there"]:
                self._write(row)
            elif row.report:
                row.report.take_back(by=me.person, at=me.now)
        return sum(row.form.cleaned_data["there"] for row in self.rows)

    def _write(self, row: Row) -> None:
        me, form = self.viewer, row.form
        DayReport.write(
            row.child,
            self.group,
            self._said(row),
            by=me.person,
            at=me.now,
            day=me.today,
            voice=form.voice,
            silent=form.cleaned_data["silent"],
        )

    def _said(self, row: Row) -> dict[str, str]:
        """What was different for her, else what counts for all."""
        own, everyone = row.form.cleaned_data, self.for_all.cleaned_data
        said = {name: own[name] or everyone[name] for name in ASPECTS}
        return {**said, "words": own["words"].strip()}


def _initial(report: DayReport | None) -> dict[str, object]:
    if report is None:
        return {}
    return {"there": True, "words": report.words, **{name: getattr(report, name) for name in ASPECTS}}

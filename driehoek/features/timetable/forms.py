"""What the office hands in, what it then agrees to, and what a teacher says of one lesson on one day."""

import datetime as dt
import tempfile
from pathlib import Path, PurePath
from typing import Any  # what a form is given

from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from driehoek.facts.schools.models import School
from driehoek.facts.schools.roster_import.roster import RosterRefused
from driehoek.features.timetable.bringing import groups_of
from driehoek.features.timetable.reading import Sheet, Slot, read

FIELD = {"class": "field"}
ENDINGS = (".csv", ".txt", ".tsv", ".xlsx")
LARGEST = 5_000_000  # bytes
FARTHEST = dt.timedelta(days=300)
SALT = "timetable"
AN_HOUR = 3600  # seconds, in which somebody looks at what would change


class BringForm(forms.Form):
    """A file, of which school, and from which day it counts."""

    school = forms.ModelChoiceField(
        School.objects.none(), label=gettext_lazy("School"), empty_label=None, widget=forms.Select(FIELD)
    )
    first_day = forms.DateField(
        label=gettext_lazy("Vanaf welke dag?"),
        widget=forms.DateInput(FIELD | {"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": gettext_lazy("Kies een dag.")
        },
    )  # fmt: skip
    timetable = forms.FileField(
        label=gettext_lazy("Bestand"),
        help_text=gettext_lazy("CSV of Excel met de kolommen groep, dag, van, tot, vak, docent en lokaal."),
        widget=forms.FileInput(FIELD | {"accept": ",".join(ENDINGS)}),
        error_messages={
            "required": gettext_lazy("Kies een bestand."), "empty": gettext_lazy("Dit bestand is leeg.")
        },
    )  # fmt: skip

    def __init__(self, *args: Any, schools: QuerySet[School], today: dt.date, **more: Any) -> None:
        super().__init__(*args, **more | {"initial": {"first_day": today}})
        self.today, self.fields["school"].queryset = today, schools  # type: ignore[attr-defined]
        self.fields["school"].initial = schools.first()

    def clean_first_day(self) -> dt.date:
        day: dt.date = self.cleaned_data["first_day"]
        if not self.today <= day <= self.today + FARTHEST:
            raise forms.ValidationError(_("Kies vandaag of een dag die nog komt."))
        return day

    def clean_timetable(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["timetable"]
        if PurePath(file.name or "").suffix.lower() not in ENDINGS:
            raise forms.ValidationError(_("Kies één bestand: CSV of Excel (.xlsx)."))
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(_("Dit bestand is te groot."))
        return file

    def sheet(self) -> Sheet | None:
        """What the file says; nothing, with the reason beside the field, when it cannot be read."""
        file, school = self.cleaned_data["timetable"], self.cleaned_data["school"]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"rooster{PurePath(file.name).suffix.lower()}"
            path.write_bytes(b"".join(file.chunks()))
            try:
                return read(path, groups_of(school, self.cleaned_data["first_day"]))
            except RosterRefused as refused:
                self.add_error("timetable", refused.fault.reason)
                return None


class AgreeForm(forms.Form):
    """What was looked at, signed by us, so that what is brought is what was seen."""

    seen = forms.CharField(widget=forms.HiddenInput)

    @classmethod
    def about(cls, school: School, first_day: dt.date, sheet: Sheet) -> "AgreeForm":
        slots = [
            [*slot[:2], f"{slot.starts_at:%H:%M}", f"{slot.ends_at:%H:%M}", *slot[4:]] for slot in sheet.slots
        ]
        seen = signing.dumps([school.pk, first_day.isoformat(), slots], salt=SALT, compress=True)
        return cls(initial={"seen": seen})

    def clean_seen(self) -> tuple[int, dt.date, list[Slot]]:
        try:
            school, day, slots = signing.loads(self.cleaned_data["seen"], salt=SALT, max_age=AN_HOUR)
        except signing.BadSignature as bad:
            raise forms.ValidationError(_("Dit is te lang geleden. Kies het bestand opnieuw.")) from bad
        time = dt.time.fromisoformat
        found = [Slot(one[0], one[1], time(one[2]), time(one[3]), *one[4:]) for one in slots]
        return school, dt.date.fromisoformat(day), found


class ChangeForm(forms.Form):
    """Off, in another room, or as always."""

    what = forms.ChoiceField(choices=[("off", ""), ("room", ""), ("as_always", "")])
    room = forms.CharField(max_length=20, required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("what") == "room" and not given.get("room"):
            self.add_error("room", _("Welk lokaal?"))
        return given

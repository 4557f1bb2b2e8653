"""What is filled in about a child who is not there. No field takes typed words."""

import datetime as dt
import uuid
from typing import Any  # what a form is given

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.clock import amsterdam, day_in_words
from driehoek.facts.people.models import NearPerson, Person
from driehoek.facts.schools.hours import is_school_day, next_school_day
from driehoek.facts.schools.models import Group, School
from driehoek.features.absences.collecting import MINUTES, Fetching
from driehoek.features.absences.models import Absence, Reason
from driehoek.features.absences.models.reason import LISTED, TILES, icon_of
from driehoek.features.absences.reporting import Said, note_late, note_missing, schools_of

AHEAD = dt.timedelta(days=60)
FIELD = {"class": "field field-short"}


def day_field(label: Any, *, required: bool = False, help_text: Any = "") -> forms.DateField:
    widget = forms.DateInput(attrs=FIELD | {"type": "date"}, format="%Y-%m-%d")
    said = {"required": _("Kies een dag.")}
    return forms.DateField(
        label=label, required=required, help_text=help_text, widget=widget, error_messages=said
    )


def time_field(label: Any) -> forms.TimeField:
    widget = forms.TimeInput(attrs=FIELD | {"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, required=False, widget=widget)


class WhyForm(forms.Form):
    """Why, when and until when: what reporting and changing have in common."""

    day = forms.ChoiceField(label=_("Wanneer?"), widget=forms.RadioSelect, required=False)
    reason = forms.ChoiceField(
        label=_("Waarom?"),
        choices=[(reason, reason.label) for reason in (*TILES, *LISTED)],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies waarom.")},
    )
    other_day = day_field(_("Een andere dag"))
    last_day = day_field(_("Tot en met"))
    from_time = time_field(_("Weg vanaf"))
    until_time = time_field(_("Terug om"))

    def __init__(self, *args: Any, viewer: Viewer, schools: list[School], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer, self.schools = viewer, schools
        self.days = days_to_choose(schools, viewer.now)
        self.fields["day"].choices = [  # type: ignore[attr-defined]  # a choice field
            (day.isoformat(), day_in_words(day, today=viewer.today)) for day in self.days
        ]
        self.initial = {"day": self.days[0].isoformat(), "reason": Reason.ILL, **self.initial}

    @property
    def tiles(self) -> list[tuple[Any, str]]:
        """The usual reasons, each with its drawing."""
        return [(option, icon_of(str(option.data["value"]), "duotone")) for option in self["reason"]][
            : len(TILES)
        ]

    @property
    def listed(self) -> list[Any]:
        """The other reasons."""
        return list(self["reason"])[len(TILES) :]

    @property
    def is_listed(self) -> bool:
        return self["reason"].value() in LISTED

    @property
    def has_more(self) -> bool:
        """Whether a day or a time of its own is filled in."""
        return any(self[name].value() for name in ("other_day", "last_day", "from_time", "until_time"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors:
            self._say(given)
        return given

    def _say(self, given: dict[str, Any]) -> None:
        """Put together what was said, or name what to repair."""
        first, last = self._first_day(given), given["last_day"]
        start, end = given["from_time"], given["until_time"]
        if last and not dt.timedelta() <= last - first <= AHEAD:
            self.add_error("last_day", _("De laatste dag ligt vóór de eerste, of heel ver weg."))
        if start and end and end <= start:
            self.add_error("until_time", _("Deze tijd ligt vóór het begin."))
        stays_open = given["reason"] == Reason.ILL and not (start or end)
        self.said = Said(given["reason"], first, last or (None if stays_open else first), start, end)

    def _first_day(self, given: dict[str, Any]) -> dt.date:
        if not given["other_day"]:
            return dt.date.fromisoformat(given["day"]) if given.get("day") else self.days[0]
        day: dt.date = given["other_day"]
        if not self.viewer.today <= day <= self.viewer.today + AHEAD:
            self.add_error("other_day", _("Kies een dag vanaf vandaag."))
        elif not any(is_school_day(day, school) for school in self.schools):
            self.add_error("other_day", _("Op die dag is er geen school."))
        return day


class ReportForm(WhyForm):
    """For one child or several."""

    token = forms.UUIDField(widget=forms.HiddenInput)
    children = forms.TypedMultipleChoiceField(
        label=_("Wie?"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies een kind.")},
    )

    def __init__(self, *args: Any, viewer: Viewer, family: list[Person], chosen: str, **kwargs: Any) -> None:
        at_school = schools_of(family, viewer.today)
        schools = list(dict.fromkeys(school for list_ in at_school.values() for school in list_))
        picked = [chosen] if chosen in {str(child.pk) for child in family} else []
        picked = [str(family[0].pk)] if len(family) == 1 else picked
        initial = {"token": uuid.uuid4(), "children": picked}
        super().__init__(*args, viewer=viewer, schools=schools, initial=initial, **kwargs)
        self.family = family
        self.fields["children"].choices = [(child.pk, child.given_name) for child in family]  # type: ignore[attr-defined]

    @property
    def kids(self) -> list[tuple[Any, Person]]:
        """Each box with the face of its child."""
        return list(zip(self["children"], self.family, strict=True))

    @property
    def chosen(self) -> list[Person]:
        return [child for child in self.family if child.pk in self.cleaned_data["children"]]


class ChangeForm(WhyForm):
    """The same about what was told already."""

    def __init__(self, *args: Any, absence: Absence, viewer: Viewer, **kwargs: Any) -> None:
        initial = {
            "reason": absence.reason,
            "from_time": absence.from_time,
            "until_time": absence.until_time,
            "last_day": absence.ends_on if absence.ends_on != absence.starts_on else None,
        }
        super().__init__(*args, viewer=viewer, schools=[absence.school], initial=initial, **kwargs)
        near = absence.starts_on in self.days
        self.initial["day"] = absence.starts_on.isoformat() if near else None
        self.initial["other_day"] = None if near else absence.starts_on


def days_to_choose(schools: list[School], now: dt.datetime) -> list[dt.date]:
    """Today while school is not out, and the next school day; only the next when it is."""
    today = amsterdam(now).date()
    time = amsterdam(now).time()
    runs = any(is_school_day(today, school) and time < school.bell_time for school in schools)
    coming = min((next_school_day(today, school) for school in schools), default=today + dt.timedelta(days=1))
    return [today, coming] if runs else [coming]


class MissedForm(forms.Form):
    """Which pupils are not there, or came in late."""

    what = forms.ChoiceField(choices=[("missing", ""), ("late", "")])
    students = forms.TypedMultipleChoiceField(
        coerce=int, error_messages={"required": _("Kies eerst een leerling.")}
    )

    def __init__(self, *args: Any, pupils: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pupils = pupils
        self.fields["students"].choices = [(pupil.pk, pupil.pk) for pupil in pupils]  # type: ignore[attr-defined]

    @property
    def is_late(self) -> bool:
        return bool(self.cleaned_data["what"] == "late")

    @property
    def confirmation(self) -> str:
        if self.is_late:
            return gettext("Genoteerd: te laat.")
        return gettext("Genoteerd. De ouders krijgen nu bericht.")

    def save(self, group: Group, *, by: Person, at: dt.datetime, day: dt.date) -> None:
        for pupil in self.pupils:
            if pupil.pk not in self.cleaned_data["students"]:
                continue
            if self.is_late:
                time = amsterdam(at).time().replace(second=0, microsecond=0)
                note_late(pupil, group.school, by=by, at=at, day=day, time=time)
            else:
                note_missing(pupil, group.school, by=by, at=at, day=day)


class PickupForm(forms.Form):
    """Somebody of the list, or so many minutes later, or both."""

    near = forms.TypedChoiceField(coerce=int, required=False, empty_value=None)
    minutes_late = forms.TypedChoiceField(
        choices=[(minutes, minutes) for minutes in MINUTES], coerce=int, required=False, empty_value=None
    )

    def __init__(self, *args: Any, people: list[NearPerson], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {near.pk: near for near in people}
        self.fields["near"].choices = [(key, key) for key in self.people]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and given["near"] is None and given["minutes_late"] is None:
            self.add_error("near", gettext("Kies wie er komt."))
        return {**given, "near": self.people.get(given.get("near") or 0)}

    def confirmation(self, fetching: Fetching) -> str:
        """ "School weet het: oma Ria haalt Saar op. Morgen." """
        near, minutes = self.cleaned_data["near"], self.cleaned_data["minutes_late"]
        if near is not None:
            words = {"who": near.name, "child": fetching.child.given_name}
            said = gettext("School weet het: %(who)s haalt %(child)s op.") % words
        else:
            said = gettext("School weet het: %(minutes)s minuten later.") % {"minutes": minutes}
        return f"{said} {capfirst(fetching.when)}."

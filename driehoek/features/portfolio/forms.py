"""What is filled in: a piece of work, for whom it is, a goal, an answer from home."""

import datetime as dt
from typing import Any  # what a form is given

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.forms import CarryingForm, SpeakingForm
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.translation.openers import opened, waits_for_more
from driehoek.base.shell.fields import OR_SPOKEN, Area, Remark, Words, needed
from driehoek.facts.people.models import Guardianship, Person
from driehoek.features.portfolio.adding import NOBODY, OTHERS, OWN, SEEN, Said
from driehoek.features.portfolio.models import (
    ForWhom,
    Goal,
    GoalVoice,
    GoalWhom,
    Sharing,
    Step,
    Work,
    is_young,
    usual,
)

FIELD = {"class": "field"}
ON_PHOTOS = [
    (NOBODY, _("Niemand")),
    (OWN, _("Alleen ik")),
    (OTHERS, _("Ook anderen")),
]
WHICH_DAY = {"required": _("Kies een dag.")}
A_YEAR = dt.timedelta(days=366)
HOMELY = (Attachment.Kind.VOICE, Attachment.Kind.PICTURE)  # with an answer from home


class Day(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d", attrs=FIELD)


def guardians_of(student: Person, viewer: Viewer) -> list[Person]:
    """Who answer for this student today: among them she may choose."""
    ties = Guardianship.objects.on(viewer.today).filter(student=student, sees_child=True)
    found = Person.objects.filter(pk__in=ties.values("guardian"), is_active=True)
    return list(found.order_by("given_name", "pk"))


class SharingFields(forms.Form):
    """For whom, and until when. Mixed into a form that knows its students."""

    whom = forms.ChoiceField(label=_("Wie mag dit zien?"), choices=ForWhom.choices, widget=forms.RadioSelect)
    readers = needed(
        forms.MultipleChoiceField(
            label=_("Wie van thuis?"), required=False, widget=forms.CheckboxSelectMultiple
        ),
        _("nodig als je zelf kiest wie"),
    )
    until_on = forms.DateField(label=_("Tot en met welke dag?"), required=False, widget=Day())

    def offer(self, student: Person | None, viewer: Viewer) -> None:
        """A choice among guardians only where there is somebody to choose from."""
        self.viewer = viewer
        people = guardians_of(student, viewer) if student else []
        readers, whom = self.fields["readers"], self.fields["whom"]
        readers.choices = [(str(one.pk), one.name) for one in people]  # type: ignore[attr-defined]
        offered = list(ForWhom)
        if len(people) < 2:
            del self.fields["readers"]
            offered.remove(ForWhom.CHOSEN)
        at_school = student != viewer.person
        whom.choices = [(one, one.said_at_school if at_school else one.label) for one in offered]  # type: ignore[attr-defined]

    def complain_about_sharing(self) -> None:
        said = self.cleaned_data
        if said.get("whom") == ForWhom.CHOSEN and not said.get("readers") and "readers" in self.fields:
            self.add_error("readers", _("Kies wie van thuis dit mag zien."))
        if (until := said.get("until_on")) and until < self.viewer.today:
            self.add_error("until_on", _("Deze dag is al voorbij. Kies een latere dag, of geen."))

    @property
    def sharing(self) -> Sharing:
        said = self.cleaned_data
        return Sharing(
            said["whom"], said["until_on"], frozenset(int(key) for key in said.get("readers") or ())
        )


class WorkForm(CarryingForm, SharingFields):
    """A photo, a film, a file or a voice, and what there is to say about it."""

    title = forms.CharField(
        label=_("Hoe heet het?"), max_length=80, required=False, widget=forms.TextInput(FIELD)
    )
    text = Words(label=_("Wat wil je erover zeggen?"), max_length=3_000, required=False, widget=Area(3))
    on_photos = needed(
        forms.ChoiceField(
            label=_("Wie staat er op de foto?"), choices=ON_PHOTOS, required=False, widget=forms.RadioSelect
        ),
        _("nodig bij een foto"),
    )

    def __init__(self, *args: Any, student: Person, viewer: Viewer, by_card: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer(student, viewer)
        self.fields["whom"].initial = usual(student, viewer.today)
        self.waits = by_card or is_young(student, viewer.today)
        if self.waits:
            del self.fields["on_photos"]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        self.complain_about_sharing()
        brought = self.attached.rows
        if not self.errors and not (said["title"].strip() or said["text"].strip() or brought):
            self.add_error(None, _("Maak een foto, spreek iets in, of schrijf iets."))
        seen = [one for one in brought if one.kind in SEEN]
        if seen and "on_photos" in self.fields and not said.get("on_photos"):
            self.add_error("on_photos", _("Zeg wie er op de foto staat."))
        return said

    @property
    def said(self) -> Said:
        said = self.cleaned_data
        return Said(
            said["title"].strip(), said["text"].strip(), self.sharing, self.attached.rows,
            said.get("on_photos") or OTHERS,
        )  # fmt: skip


class ForPupilsForm(CarryingForm, SharingFields):
    """The same by a colleague, for one pupil or several at once: each gets her own, for the same readers. Of
    several homes nobody chooses one person."""

    title = WorkForm.base_fields["title"]
    text = Words(label=_("Wat zegt het kind erover?"), max_length=3_000, required=False, widget=Area(3))

    def __init__(self, *args: Any, pupils: list[Person], viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pupils = pupils
        self.offer(None, viewer)
        self.fields["whom"].initial = ForWhom.HOME
        names = [(str(pupil.pk), pupil.name) for pupil in pupils]
        self.fields["students"] = forms.MultipleChoiceField(
            label=_("Voor wie?"), choices=names, widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Kies voor wie dit werk is.")},
        )  # fmt: skip
        self.order_fields(["students", "title", "text"])

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        self.complain_about_sharing()
        if not self.errors and not (said["title"].strip() or said["text"].strip() or self.attached.rows):
            self.add_error(None, _("Maak een foto, spreek iets in, of schrijf iets."))
        return said

    @property
    def students(self) -> list[Person]:
        return [pupil for pupil in self.pupils if str(pupil.pk) in self.cleaned_data["students"]]

    @property
    def said(self) -> Said:
        said = self.cleaned_data
        return Said(said["title"].strip(), said["text"].strip(), self.sharing, self.attached.rows)


class SharingForm(SharingFields):
    """For whom it is from now on."""

    def __init__(self, *args: Any, work: Work, viewer: Viewer, **kwargs: Any) -> None:
        now = {"whom": work.whom, "until_on": work.until_on, "readers": [str(key) for key in work.readers()]}
        super().__init__(*args, **kwargs | {"initial": now})
        self.offer(work.student, viewer)

    def clean(self) -> dict[str, Any]:
        self.complain_about_sharing()
        return self.cleaned_data


class WordsForm(forms.Form):
    """Other words for the same work: a new version."""

    title = WorkForm.base_fields["title"]
    text = Words(label=_("Wat wil je erover zeggen?"), max_length=3_000, required=False, widget=Area(3))

    def __init__(self, *args: Any, work: Work, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"initial": {"title": work.title, "text": work.text}})


class GoalForm(SpeakingForm):
    """What she wants to learn, in her own words, written or spoken."""

    text = needed(
        Remark(label=_("Wat wil je leren?"), max_length=200, required=False, widget=Area(2)), OR_SPOKEN
    )
    help = Remark(label=_("Zo kan thuis helpen"), max_length=300, required=False, widget=Area(2))
    whom = forms.ChoiceField(label=_("Wie mag dit zien?"), choices=GoalWhom.choices, widget=forms.RadioSelect)
    unspoken = forms.BooleanField(label=_("Haal deze opname weg"), required=False)

    def __init__(self, *args: Any, goal: Goal | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.voices = GoalVoice.heard_in(goal.pk) if goal else []
        if not self.voices:
            del self.fields["unspoken"]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        stays = self.voices and not said.get("unspoken")
        if "text" not in self.errors and not (said["text"].strip() or self.voice or stays):
            self.add_error("text", _("Schrijf in een paar woorden wat je wilt leren, of spreek het in."))
        return said

    @property
    def said(self) -> tuple[str, str, str]:
        return self.cleaned_data["text"], self.cleaned_data["help"], self.cleaned_data["whom"]


class PeriodForm(forms.Form):
    """What a group works on, and until when."""

    title = forms.CharField(
        label=_("Waar werken jullie over?"), max_length=80, widget=forms.TextInput(FIELD),
        help_text=_("Zoals: bruggen, of gezond eten."),
        error_messages={"required": _("Schrijf waar jullie over werken.")},
    )  # fmt: skip
    starts_on = forms.DateField(label=_("Eerste dag"), widget=Day(), error_messages=WHICH_DAY)
    ends_on = forms.DateField(label=_("Laatste dag"), widget=Day(), error_messages=WHICH_DAY)
    assignment = Remark(label=_("Wat maken of doen jullie?"), max_length=600, required=False, widget=Area(3))
    onward = Remark(
        label=_("Wat kan hierna?"), max_length=600, required=False, widget=Area(3),
        help_text=_("Zoals een keuze, een stage of een volgend thema. Elk op een eigen regel."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for name in ("title", "assignment", "onward"):
            said[name] = said.get(name, "").strip()
        first, last = said.get("starts_on"), said.get("ends_on")
        if first and last and not first <= last <= first + A_YEAR:
            self.add_error("ends_on", _("Kies een laatste dag na de eerste, binnen een jaar."))
        return said


class TitleForm(forms.Form):
    title = forms.CharField(
        label=_("Hoe heet het mapje?"), max_length=80, widget=forms.TextInput(FIELD),
        error_messages={
            "required": _("Geef het mapje een naam."),
            "max_length": _("Deze naam is te lang. Maak hem korter."),
        },
    )  # fmt: skip


class StepForm(forms.Form):
    step = forms.ChoiceField(choices=Step.choices)


class EchoForm(CarryingForm):
    """A voice, a picture, or one of the ways to begin."""

    text = Words(label=_("Je reactie"), max_length=1_000, required=False)
    opener = forms.MultipleChoiceField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["opener"].choices = [(key, key) for key in self.chosen_openers]  # type: ignore[attr-defined]

    @property
    def chosen_openers(self) -> list[str]:
        return self.data.getlist("opener") if hasattr(self.data, "getlist") else []

    @property
    def words(self) -> str:
        return opened(self.chosen_openers, self.cleaned_data["text"], get_language() or "nl")

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if any(one.kind not in HOMELY for one in self.attached.rows):
            self.attached.rows = [one for one in self.attached.rows if one.kind in HOMELY]
            self.add_error(None, _("Hier past een foto of je stem. Een bestand of film gaat niet mee."))
        if not self.errors and not (self.words or self.attached.rows):
            self.add_error("text", _("Spreek iets in, kies een begin, of schrijf iets."))
        elif not self.errors and waits_for_more(self.words) and not self.attached.rows:
            self.add_error("text", _("Maak je zin nog even af."))
        return said

"""What one side fills in before the talk: pictures, words or a voice."""

from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.forms import SpeakingForm
from driehoek.base.shell.fields import OR_SPOKEN, Area, Remark, needed
from driehoek.features.talks.models import Point, Side, Subject, Talk
from driehoek.features.talks.models.answer import LONGEST
from driehoek.features.talks.models.point import may_still_tell
from driehoek.features.talks.preparing import Page
from driehoek.features.talks.tiles import Tile, offered

FIELD = {"class": "field"}
UNREAD = _("Niemand thuis kan dit nu lezen. Bel naar huis.")
LATE = _("Iets ernstigs vertel je eerst thuis, minstens drie dagen ervoor. Bel, of kies een latere dag.")


class AnswerForm(SpeakingForm):
    """One question. A picture is enough, and so is "I do not know"."""

    tiles = forms.MultipleChoiceField(
        label=_("Kies een of meer"), required=False, widget=forms.CheckboxSelectMultiple
    )
    words = Remark(label=_("Vertel er iets bij"), required=False, max_length=LONGEST, widget=Area(rows=2))

    def __init__(self, *args: Any, about: Page, **kwargs: Any) -> None:
        self.answer, self.offered = about.answer, offered(about.question)
        super().__init__(*args, **kwargs)
        if self.answer:
            self.initial = {"tiles": self.answer.tiles.split(","), "words": self.answer.words}
        self.fields["tiles"].choices = [(tile.key, tile.label) for tile in self.offered]  # type: ignore[attr-defined]

    @property
    def pictures(self) -> list[tuple[Any, Tile]]:
        """Each box with its picture."""
        return list(zip(self["tiles"], self.offered, strict=True))

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        spoken = self.voice or (self.answer and self.answer.voices)
        if not self.errors and not (given.get("tiles") or given.get("words") or spoken):
            self.add_error("tiles", _("Kies een plaatje, of vertel iets. Weet je het niet? Kies dan dat."))
        return given


class BlockForm(AnswerForm):
    """What only a start talk asks. All of it may stay empty, or become so again."""

    unspoken = forms.BooleanField(label=_("Haal weg wat ik insprak"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not (self.answer and self.answer.voices):
            del self.fields["unspoken"]

    def clean(self) -> dict[str, Any]:
        return SpeakingForm.clean(self)

    @property
    def is_taken_back(self) -> bool:
        said = self.cleaned_data
        spoken = self.voice or (self.answer and self.answer.voices and not said.get("unspoken"))
        return not (said["tiles"] or said["words"] or spoken)

    @property
    def is_the_same(self) -> bool:
        """As it stood there, or as empty as it was."""
        said, had = self.cleaned_data, self.answer
        if self.voice or said.get("unspoken"):
            return False
        return (",".join(said["tiles"]), said["words"]) == ((had.tiles, had.words) if had else ("", ""))


class PointForm(SpeakingForm):
    """Something to talk about, written or spoken. What is serious, home reads days before."""

    subject = forms.ChoiceField(
        label=_("Waarover?"), choices=Subject.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Kies waarover het gaat.")},
    )  # fmt: skip
    words = needed(
        Remark(
            label=_("Wat wil je bespreken?"), max_length=300, required=False, widget=forms.TextInput(FIELD)
        ),
        OR_SPOKEN,
    )
    is_serious = forms.BooleanField(label=_("Dit is ernstig"), required=False)
    note = needed(
        Remark(
            label=_("Wat lees je thuis alvast?"), max_length=500, required=False, widget=Area(rows=3),
            help_text=_("Alleen als het ernstig is. Dit bericht gaat nu naar huis."),
        ),
        _("nodig als het ernstig is"),
    )  # fmt: skip

    def __init__(self, *args: Any, talk: Talk, side: Side, now: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.talk, self.side, self.now = talk, side, now
        corners = {one.corner for one in talk.sides.all()}
        if side.corner != "school" or "home" not in corners:  # nobody would hear it
            del self.fields["is_serious"], self.fields["note"]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if "words" not in self.errors and not (given.get("words") or self.voice):
            self.add_error("words", _("Schrijf wat je wilt bespreken, of spreek het in."))
        if given.get("is_serious") and not given.get("note"):
            self.add_error("note", _("Schrijf wat thuis hier alvast over leest."))
        elif given.get("is_serious") and not may_still_tell(self.talk, self.now):
            self.add_error("is_serious", LATE)
        elif given.get("is_serious") and not self._is_read_at_home():
            self.add_error("is_serious", UNREAD)
        return given

    def _is_read_at_home(self) -> bool:
        """Who was asked may be shut out since: then what is serious would be new at the table."""
        sides = self.talk.sides.filter(corner="home").select_related("person")
        viewers = Viewer.at_home((side.person for side in sides), self.now)
        return any(self.talk.allows(viewer, "see") for viewer in viewers)

    def save(self, *, by: Any, at: Any) -> Point:
        said = self.cleaned_data
        serious = bool(said.get("is_serious"))
        note = said["note"] if serious else ""
        more: dict[str, Any] = {"is_serious": serious, "note": note, "voice": self.voice, "by": by, "at": at}
        return Point.add(self.side, said["subject"], said["words"], **more)

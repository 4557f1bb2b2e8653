"""What one side fills in before the talk: pictures, words or a voice."""

from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.media.forms import SpeakingForm
from driehoek.base.shell.fields import Area, Remark
from driehoek.features.talks.models import Answer, AnswerVoice, Point, Question, Side, Subject, Talk
from driehoek.features.talks.models.answer import LONGEST
from driehoek.features.talks.models.point import may_still_tell
from driehoek.features.talks.tiles import Tile, offered

FIELD = {"class": "field"}
LATE = _("Iets ernstigs vertel je eerst thuis, minstens drie dagen ervoor. Bel, of kies een latere dag.")


class AnswerForm(SpeakingForm):
    """One question. A picture is enough, and so is "I do not know"."""

    tiles = forms.MultipleChoiceField(
        label=_("Kies een of meer"), required=False, widget=forms.CheckboxSelectMultiple
    )
    words = Remark(label=_("Vertel er iets bij"), required=False, max_length=LONGEST, widget=Area(rows=2))

    def __init__(self, *args: Any, question: str, answer: Answer | None, **kwargs: Any) -> None:
        said = {"tiles": answer.tiles.split(","), "words": answer.words} if answer else {}
        super().__init__(*args, **kwargs)
        self.initial = said
        self.offered, self.answer = offered(question), answer
        self.fields["tiles"].choices = [(tile.key, tile.label) for tile in self.offered]  # type: ignore[attr-defined]

    @property
    def pictures(self) -> list[tuple[Any, Tile]]:
        """Each box with its picture."""
        return list(zip(self["tiles"], self.offered, strict=True))

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        spoken = self.voice or (self.answer and AnswerVoice.heard_in(self.answer.pk))
        if not self.errors and not (given.get("tiles") or given.get("words") or spoken):
            self.add_error("tiles", _("Kies een plaatje, of vertel iets. Weet je het niet? Kies dan dat."))
        return given


class MoreForm(forms.Form):
    """What only a start talk asks. All of it may stay empty."""

    ambition = Remark(
        label=_("Later worden of doen"), required=False, max_length=LONGEST, widget=Area(rows=3)
    )
    learning = Remark(
        label=_("Zo ging het leren tot nu toe"), required=False, max_length=LONGEST, widget=Area(rows=3),
        help_text=_("De basisschool, en hulp die er al was."),
    )  # fmt: skip
    home = Remark(
        label=_("Zo is het thuis"), required=False, max_length=LONGEST, widget=Area(rows=3),
        help_text=_("Alleen wie bij het gesprek is, leest dit. Het andere huis niet."),
    )  # fmt: skip

    def __init__(self, *args: Any, side: Side, **kwargs: Any) -> None:
        said = {one.question: one.words for one in side.answers.all()}
        told = getattr(side, "home_situation", None)
        super().__init__(*args, **kwargs)
        self.initial = said | {"home": told.words if told else ""}
        if side.corner == "school":
            del self.fields["home"]

    @property
    def answers(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in (Question.AMBITION, Question.LEARNING)}


class PointForm(forms.Form):
    """Something to talk about. What is serious, home hears days before."""

    subject = forms.ChoiceField(
        label=_("Waarover?"), choices=Subject.choices, widget=forms.RadioSelect,
        error_messages={"required": _("Kies waarover het gaat.")},
    )  # fmt: skip
    words = Remark(
        label=_("Wat wil je bespreken?"), max_length=300, widget=forms.TextInput(FIELD),
        error_messages={"required": _("Schrijf wat je wilt bespreken.")},
    )  # fmt: skip
    is_serious = forms.BooleanField(label=_("Dit is ernstig"), required=False)
    note = Remark(
        label=_("Wat lees je thuis alvast?"), max_length=500, required=False, widget=Area(rows=3),
        help_text=_("Alleen als het ernstig is. Dit bericht gaat nu naar huis."),
    )  # fmt: skip

    def __init__(self, *args: Any, talk: Talk, side: Side, now: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.talk, self.side, self.now = talk, side, now
        corners = {one.corner for one in talk.sides.all()}
        if side.corner != "school" or "home" not in corners:  # nobody would hear it
            del self.fields["is_serious"], self.fields["note"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("is_serious") and not given.get("note"):
            self.add_error("note", _("Schrijf wat thuis hier alvast over leest."))
        elif given.get("is_serious") and not may_still_tell(self.talk, self.now):
            self.add_error("is_serious", LATE)
        return given

    def save(self, *, by: Any, at: Any) -> Point:
        said = self.cleaned_data
        serious = bool(said.get("is_serious"))
        note = said["note"] if serious else ""
        more: dict[str, Any] = {"is_serious": serious, "note": note, "by": by, "at": at}
        return Point.add(self.side, said["subject"], said["words"], **more)

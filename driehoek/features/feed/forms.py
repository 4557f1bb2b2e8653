"""What a teacher fills in when she makes a post, and what anyone fills in who says something about it."""

import datetime as dt
from typing import Any, cast  # what a form is given

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.media.fields import FilesField
from driehoek.backbone.media.forms import CarryingForm
from driehoek.backbone.translation.openers import opened, waits_for_more
from driehoek.base.core.clock import day_of
from driehoek.base.shell.fields import TOO_LONG, Remark, Words
from driehoek.base.shell.hurrying import HurryForm
from driehoek.facts.schools.themes import Theme
from driehoek.features.feed.models import Action, Kind, Post
from driehoek.features.feed.models.action import kept_as
from driehoek.features.feed.models.kinds import ASKED, EVERY_OWN_FIELD
from driehoek.features.feed.models.sentences import WRITTEN_IN
from driehoek.features.feed.places import Place

MOST_PHOTOS = 12
MOST_WORDS = 2_000  # characters of one reaction
SEEN = ("picture", "film")  # what may show a child of somebody else
TO_ALL = _("Een foto of film kun je hier niet met iedereen delen. Stuur hem aan één persoon.")
WITH_PICTURES = _("In dit bestand staan foto's. Stuur het aan één persoon.")
TOO_MANY = _("Dat zijn te veel foto's. Kies er hooguit twaalf.")
KEEP = {"data-keep": True}  # a change is saved at once
FIELD = {"class": "field", **KEEP}
TIMES = [("usual", _("Gewone tijd")), ("now", _("Nu meteen")), ("later", _("Andere tijd"))]
OWN = "own"  # the question is typed below
SOME_DAY = dt.timedelta(days=60)
A_YEAR = dt.timedelta(days=366)
USUAL_MINUTES = 5
MINUTES = dict.fromkeys(("invalid", "min_value", "max_value"), _("Vul 1 tot 60 minuten in."))


class Moment(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M", attrs=FIELD)


class Day(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d", attrs=FIELD)


class SheetForm(forms.Form):
    """The sheet a post is written on. While it is a draft, everything may stay empty; a field that was not
    on the page, because it belongs to another kind of post, keeps what was in it."""

    photos = FilesField(label=_("Foto's"), required=False, accept="image/*,video/*")
    papers = FilesField(label=_("Bestanden"), required=False)
    voice = FilesField(label=_("Spreek in"), required=False)
    title = forms.CharField(label=_("Titel"), max_length=120, required=False)
    text = Words(label=_("Wat deden jullie?"), max_length=10_000, required=False)
    question = forms.CharField(max_length=200, required=False)
    own_question = forms.CharField(label=_("Eigen vraag"), max_length=200, required=False)
    actions = forms.MultipleChoiceField(
        label=_("Wat vraag je van ouders?"), choices=Action.choices, required=False
    )
    kind = forms.ChoiceField(label=_("Soort bericht"), choices=Kind.choices, widget=forms.Select(FIELD))
    theme = forms.ChoiceField(
        label=_("Waar gaat het over?"), choices=[("", _("Kies een thema")), *Theme.choices], required=False,
        widget=forms.Select(FIELD),
    )  # fmt: skip
    practice = Remark(label=_("Wat kan een kind thuis doen?"), max_length=600, required=False)
    minutes = forms.IntegerField(
        label=_("Hoeveel minuten?"), min_value=1, max_value=60, required=False,
        widget=forms.NumberInput(FIELD), error_messages=MINUTES,
    )  # fmt: skip
    needs = forms.CharField(label=_("Wat heb je nodig?"), max_length=120, required=False)
    talk_about = forms.CharField(label=_("Hoe praat je erover?"), max_length=200, required=False)
    due_on = forms.DateField(label=_("Op welke dag is het af?"), required=False, widget=Day())
    link = forms.URLField(
        label=_("Link"), max_length=400, required=False, assume_scheme="https", widget=forms.URLInput(FIELD),
        error_messages={"invalid": _("Deze link klopt niet. Kopieer hem nog een keer.")},
    )  # fmt: skip
    with_students = forms.BooleanField(required=False)
    asked_for = forms.CharField(max_length=40, required=False)  # the place that it was asked about
    when = forms.ChoiceField(choices=TIMES, required=False, widget=forms.RadioSelect(KEEP))
    later_at = forms.DateTimeField(label=_("Dag en tijd"), required=False, widget=Moment())

    def __init__(self, *args: Any, post: Post, places: list[Place], now: dt.datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"initial": initial(post, now)})
        self.post, self.now = post, now
        self.places = {place.key: place for place in places}
        self.fields["place"] = forms.ChoiceField(
            label=_("Voor wie"),
            widget=forms.Select(FIELD),
            choices=[(place.key, place.name) for place in places],
        )
        if asked := ASKED.get(self["kind"].value()):
            self.fields["text"].label = asked

    @property
    def acts(self) -> list[Action]:
        """To choose from, each with its drawing."""
        return list(Action)

    def clean_papers(self) -> list[UploadedFile]:
        papers = self.cleaned_data["papers"]
        if len(papers) > MOST_PHOTOS:
            raise forms.ValidationError(TOO_MANY)
        return papers

    def clean_photos(self) -> list[UploadedFile]:
        photos = self.cleaned_data["photos"]
        if len(photos) > MOST_PHOTOS:
            raise forms.ValidationError(TOO_MANY)
        return photos

    def clean_due_on(self) -> dt.date | None:
        day: dt.date | None = self.cleaned_data["due_on"]
        if day and not day_of(self.now) <= day < day_of(self.now) + A_YEAR:
            raise forms.ValidationError(_("Kies een dag die nog komt."))
        return day

    def clean_later_at(self) -> dt.datetime | None:
        moment = self.cleaned_data["later_at"]
        if self.data.get("when") != "later":
            return None
        if moment is None or not self.now < moment < self.now + SOME_DAY:
            raise forms.ValidationError(_("Kies een tijd die nog komt."))
        return moment

    @property
    def for_students(self) -> bool:
        """As she said. What she left as it stood for another place, or was not asked, is what is usual in
        the place she chose. In the room of who reads herself there is nothing to say."""
        day, chosen = day_of(self.now), self.chosen_place
        usual, before = chosen.reaches_students(day), self.cleaned_data.get("asked_for")
        if not before or chosen.is_read_by_her(day):
            return bool(self.cleaned_data["with_students"]) or usual
        asked = self.places.get(before, chosen)
        said = self.cleaned_data["with_students"] or asked.is_read_by_her(day)
        return usual if asked != chosen and said == asked.reaches_students(day) else said

    @property
    def chosen_place(self) -> Place:
        return self.places[self.cleaned_data["place"]]

    @property
    def words(self) -> dict[str, object]:
        """What goes on the sheet; a field with something wrong in it stays as it was."""
        hidden = {name for name in EVERY_OWN_FIELD if name not in self.data}
        said = {name: value for name, value in self.cleaned_data.items() if name not in hidden}
        question = said.get("own_question" if said.get("question") == OWN else "question")
        if question is not None:
            said["ask_at_home"] = question.strip()
        if "when" in said:
            said["wanted_at"] = self.now if said["when"] == "now" else said.get("later_at")
        return said | {"actions": kept_as(said.get("actions", self.post.to_do))}


def initial(post: Post, now: dt.datetime) -> dict[str, object]:
    """The sheet as it was left."""
    return {
        "title": post.title,
        "text": post.text,
        "question": post.ask_at_home,
        "kind": post.kind,
        "actions": post.to_do,
        **{name: getattr(post, name) for name in EVERY_OWN_FIELD},
        "minutes": post.minutes or USUAL_MINUTES,
        "place": post.place.key,
        "when": "usual" if post.wanted_at is None else "now" if post.wanted_at <= now else "later",
        "later_at": post.wanted_at,
    }


class WhyForm(CarryingForm):
    """What somebody does not get, if she likes to say or to speak; our own words stand before it."""

    text = Remark(max_length=MOST_WORDS - 100, required=False)


class CommentForm(HurryForm, CarryingForm):
    """Something said or spoken, what goes with it, and who may read it: the school alone, unless one chooses
    otherwise. In the evening school says why it cannot wait."""

    text = Words(max_length=MOST_WORDS, required=False)
    to = forms.RegexField(r"^(school|all|line-\d{1,18})$", required=False)
    change = forms.BooleanField(required=False)  # first look at the words again
    sure = forms.BooleanField(required=False)  # yes, also now that it seems to be about one child

    def clean(self) -> dict[str, Any]:
        super().clean()
        if "text" not in self.errors:
            self._begin()
        if self.to_all and any(row.kind in SEEN for row in self.attached.rows):
            raise forms.ValidationError(TO_ALL)
        if self.to_all and self._has_unchecked_pictures:
            raise forms.ValidationError(WITH_PICTURES)
        return self.cleaned_data

    def _begin(self) -> None:
        """With the opener that was chosen. What still waits for words may be spoken on."""
        words = opened(self.chosen_openers, self.cleaned_data["text"], get_language() or WRITTEN_IN)
        self.cleaned_data["text"] = words
        if len(words) > MOST_WORDS:
            self.add_error("text", TOO_LONG)
        elif not words and not self.attached.rows:
            self.add_error("text", _("Schrijf of spreek eerst iets in."))
        elif waits_for_more(words) and not self.attached.rows:
            self.add_error("text", _("Maak je zin eerst af."))

    @property
    def chosen_openers(self) -> list[str]:
        """Without scripts; with scripts their words stand in the text."""
        return cast(QueryDict, self.data).getlist("opener")

    @property
    def _has_unchecked_pictures(self) -> bool:
        """A file of a family; school answers for the papers that it hands out itself."""
        return self.attached.viewer.hat == "home" and any(row.has_pictures for row in self.attached.rows)

    @property
    def is_for_all(self) -> bool:
        return self.cleaned_data["to"] == "all"

    @property
    def to_all(self) -> bool:
        """As it was sent, also when something else is wrong."""
        return self.data.get("to") == "all"

    @property
    def line(self) -> int | None:
        """In whose line the school answers."""
        name, _dash, key = self.cleaned_data.get("to", "").partition("-")
        return int(key) if name == "line" else None

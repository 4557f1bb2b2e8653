"""What can be chosen about news in one screen, and what a browser says of itself."""

import datetime as dt
from collections.abc import Mapping
from typing import Any  # whatever a form takes

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.categories import A_WEEK, NEVER_LATE, ON_REQUEST, Category
from driehoek.backbone.notifications.channels.keys import is_public_key, public_key, secrets
from driehoek.backbone.notifications.channels.known_places import service_of
from driehoek.backbone.notifications.channels.roads import PAPER, ways_of
from driehoek.backbone.notifications.digests.moments import choose_time, digest_time_of
from driehoek.backbone.notifications.models import (
    Brevity,
    Interest,
    PushSubscription,
    Reach,
    Rhythm,
)
from driehoek.backbone.notifications.models.digest import Weekday
from driehoek.backbone.notifications.paper.choosing import stop_paper, wants_paper
from driehoek.backbone.notifications.preferences import (
    COLLECTING,
    Choice,
    offered_by,
    prefer,
    preferences_of,
    usual,
)
from driehoek.facts.people.models import Person
from driehoek.facts.people.telephones import masked

LABELS = {
    "email": _("E-mail"),
    "push": _("Melding op je telefoon"),
    "sms": _("Sms"),
    PAPER: _("Brief op papier"),
}
ON_PAPER = {Rhythm.WEEKLY: _("Ja, met mijn kind mee"), Rhythm.OFF: _("Nee")}
FIELD = {"class": "field"}
HOURS = range(7, 19)  # those in which a digest may come
TIMES = [(f"{hour:02}:{minute:02}",) * 2 for hour in HOURS for minute in (0, 30)]


class RoadsForm(forms.Form):
    """One screen: how soon by each road; how far a parent looks. What comes on request it leaves alone, and
    what one wants to know at once waits for no digest."""

    def __init__(self, data: Mapping[str, Any] | None, *, viewer: Viewer) -> None:
        super().__init__(data)
        self.person = person = viewer.person
        self.roads = ways_of(viewer)
        for road in self.roads:
            self.fields[road] = self._field(road)
        if viewer.wards():
            self.fields["reach"] = forms.ChoiceField(
                label=_("Wat wil je horen van school?"),
                choices=Reach.choices,
                initial=Interest.of(person),
                widget=forms.RadioSelect,
            )
        if "email" in self.roads:
            self.fields["in_full"] = in_full(
                not Brevity.objects.filter(person=person).exists(),
                _("Zet dit uit als iemand anders je mail leest. School kan het ook uitzetten."),
            )

    def clean(self) -> dict[str, Any]:
        return chosen(self)

    def _field(self, road: str) -> forms.ChoiceField:
        lines = [line for line in preferences_of(self.person) if line.channel == road]
        found = {line.rhythm for line in lines if line.category not in _apart(road)}
        if road == PAPER and wants_paper(self.person) and found == {Rhythm.OFF}:  # school chose it for her
            found = {Rhythm.WEEKLY}
        differs = len(found) > 1
        return forms.ChoiceField(
            label=LABELS[road],
            choices=rhythms_by(road),
            required=not differs,
            initial=None if differs else found.pop(),
            help_text=_("Nu verschilt het per soort nieuws.") if differs else self._said_of(road, lines),
            widget=forms.RadioSelect,
        )

    def _said_of(self, road: str, lines: list[Choice]) -> str:
        """What does not wait, while she left that so. Or so that she can see that it is still her number; who
        looks over her shoulder cannot read it."""
        if road == "sms":
            return gettext("Sms gaat naar {number}.").format(number=masked(self.person.mobile))
        never_late = {line.rhythm for line in lines if line.category in NEVER_LATE}
        if road in COLLECTING and never_late == {Rhythm.NOW}:
            return gettext("Kies je elke dag of elke week? Ziek, weg en gesprekken hoor je dan toch meteen.")
        return ""

    def save(self) -> None:
        if self.cleaned_data.get(PAPER) == Rhythm.OFF:
            stop_paper(self.person)
        for road in self.roads:
            said = self.cleaned_data[road]
            left_alone = self._left_alone(road, said)
            for category in Category if said else ():
                if category not in left_alone:
                    prefer(self.person, category=category, channel=road, rhythm=_wish(category, road, said))
        if "reach" in self.cleaned_data:
            Interest.choose(self.person, self.cleaned_data["reach"])
        if "in_full" in self.cleaned_data:
            Brevity.choose(self.person, in_full=self.cleaned_data["in_full"])

    def _left_alone(self, road: str, said: str) -> set[Category]:
        """Of which kinds this says nothing. A road that stays as it is: of those that have a rhythm of their
        own. What one hears at once: only that a road ends, or is there again."""
        before = self.fields[road].initial
        if said == before:
            return _apart(road)
        return ON_REQUEST if Rhythm.OFF in (said, before) else _apart(road) - A_WEEK


def chosen(form: forms.Form) -> dict[str, Any]:
    """Where no road leads to her there is nothing to choose."""
    if not form.fields:
        raise forms.ValidationError(_("Er is hier niets te kiezen."))
    return form.cleaned_data


def in_full(initial: bool, help_text: object) -> forms.BooleanField:
    return forms.BooleanField(
        label=_("Zet privéberichten voluit in de mail"),
        initial=initial,
        required=False,
        help_text=help_text,  # type: ignore[arg-type]  # words that wait for a language
    )


def rhythms_by(road: str) -> list[tuple[str, Any]]:
    """How soon news can come, with labels that wait for a language."""
    names = ON_PAPER if road == PAPER else {}
    return [(rhythm.value, names.get(rhythm, rhythm.label)) for rhythm in offered_by(road)]


def _apart(road: str) -> set[Category]:
    """The kinds that have a rhythm of their own."""
    return ON_REQUEST | A_WEEK | (NEVER_LATE if road in COLLECTING else set())


def _wish(category: str, road: str, said: str) -> str:
    """At once is not for what never comes one by one, and later not for what cannot wait: whoever wants
    that, says so of that kind."""
    if category in A_WEEK and said == Rhythm.NOW:
        return usual(category, road)
    return Rhythm.NOW if category in _apart(road) & NEVER_LATE and Rhythm(said).is_collected else said


class PhoneForm(forms.Form):
    """What a browser says of itself. The address is one of a known push service: we will send to it."""

    endpoint = forms.CharField(max_length=1000)
    p256dh = forms.RegexField(r"^[A-Za-z0-9_-]{87}=?$")
    auth = forms.RegexField(r"^[A-Za-z0-9_-]{22}={0,2}$")
    key = forms.CharField(max_length=90)  # of ours, to which it listens
    again = forms.BooleanField(required=False)  # by itself, on a visit

    def clean_endpoint(self) -> str:
        if not service_of(self.cleaned_data["endpoint"]):
            raise forms.ValidationError("")
        return str(self.cleaned_data["endpoint"])

    def clean_p256dh(self) -> str:
        if not is_public_key(self.cleaned_data["p256dh"]):
            raise forms.ValidationError("")
        return str(self.cleaned_data["p256dh"])

    def clean(self) -> dict[str, Any]:
        if not self.cleaned_data.get("again") and self.cleaned_data.get("key") not in secrets():
            raise forms.ValidationError("")
        return self.cleaned_data

    @property
    def is_former(self) -> bool:
        """It listens to a key of before."""
        now = public_key()
        return bool(self.cleaned_data["again"] and now and self.cleaned_data["key"] != now)

    @property
    def is_off(self) -> bool:
        """Somebody switched this browser off, and it comes by as if nothing happened."""
        known = PushSubscription.objects.at(self.cleaned_data["endpoint"])
        return self.cleaned_data["again"] and known.exclude(ended_at=None).exists()

    def save(self, person: Person, *, kind: str, at: dt.datetime) -> None:
        keys = {name: self.cleaned_data[name] for name in ("endpoint", "p256dh", "auth", "key")}
        PushSubscription.remember(person, keys, kind=kind, at=at)


class DigestTimeForm(forms.Form):
    """When what is collected comes."""

    weekday = forms.TypedChoiceField(
        label=_("Elke week: op welke dag?"), choices=Weekday.choices, coerce=int, widget=forms.RadioSelect
    )
    weekly_at = forms.ChoiceField(label=_("Elke week: hoe laat?"), choices=TIMES, widget=forms.Select(FIELD))
    daily_at = forms.ChoiceField(label=_("Elke dag: hoe laat?"), choices=TIMES, widget=forms.Select(FIELD))

    def __init__(self, data: Mapping[str, Any] | None, *, person: Person) -> None:
        time = digest_time_of(person)
        hours = {"weekly_at": f"{time.weekly_at:%H:%M}", "daily_at": f"{time.daily_at:%H:%M}"}
        super().__init__(data, initial={"weekday": time.weekday, **hours})
        self.person = person

    def save(self) -> None:
        times = {name: dt.time.fromisoformat(self.cleaned_data[name]) for name in ("weekly_at", "daily_at")}
        choose_time(self.person, weekday=self.cleaned_data["weekday"], **times)

"""Words made once for each fact and language, and addressed to each person."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from secrets import token_hex

from django.urls import reverse
from django.utils.html import escape
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.answering import Slip, slip_of
from driehoek.backbone.notifications.channels.parcel import Parcel
from driehoek.backbone.notifications.channels.roads import address_of
from driehoek.backbone.notifications.letter import Letter, Rendered, Words, absolute, known, render
from driehoek.backbone.notifications.models import Delivery
from driehoek.backbone.notifications.notices import HEADLINE, Notice, notice_of
from driehoek.backbone.notifications.preferences import stop_token
from driehoek.backbone.notifications.slips import path_of
from driehoek.backbone.notifications.wording import Wording
from driehoek.backbone.translation.reading import waits
from driehoek.facts.people.models import Person

# These hold the place of what differs from person to person. A private-use character means nothing in any
# text; in an address MJML would spell it out, so there it is a word that nobody can guess.
NAME = "\ue000"
STOP, SLIP = f"place-{token_hex(8)}", f"place-{token_hex(8)}"
GREETING = format_lazy(_("Dag {name},"), name=NAME)
WHY = _("Dit is een mail van Driehoek. Antwoord niet op deze mail: niemand leest dat.")


class Press:
    """Keeps what it printed for as long as one batch takes."""

    def __init__(self, channel: str) -> None:
        self.channel = channel
        self._notices: dict[int, Notice | None] = {}
        self._slips: dict[int, Slip | None] = {}
        self._printed: dict[tuple[int, str, bool], Rendered] = {}

    def notice(self, entry: Entry) -> Notice | None:
        if entry.pk not in self._notices:
            self._notices[entry.pk] = notice_of(entry)
        return self._notices[entry.pk]

    def parcel(self, delivery: Delivery, now: dt.datetime) -> Parcel:
        """Ready to go to this one person."""
        person, entry = delivery.notification.person, delivery.notification.entry
        notice = self.notice(entry)
        assert notice is not None  # or there would have been a hindrance
        token = stop_token(person.pk, category=notice.category, channel=self.channel)
        stop_url = absolute(reverse("notifications:unsubscribe", args=[token]))
        common = self._rendered(entry, notice, known(person.language), self._slip_for(person, entry, now))
        places = {NAME: person.name, STOP: stop_url, SLIP: path_of(delivery.notification)}
        rendered = addressed(common, places)
        return Parcel(address_of(person, self.channel), rendered, delivery.message_id, stop_url)

    def awaits(self, delivery: Delivery) -> bool:
        """Whether a machine is still busy with the words of this reader."""
        notice = self.notice(delivery.notification.entry)
        language = known(delivery.notification.person.language)
        return notice is not None and waits(language, notice.texts)

    def _slip_for(self, person: Person, entry: Entry, now: dt.datetime) -> Slip | None:
        """What she can answer at once; another reader of the same news may not."""
        if entry.pk not in self._slips:
            self._slips[entry.pk] = slip_of(entry, now)
        slip, viewer = self._slips[entry.pk], Viewer(person, "home", now)
        return slip if slip and slip.is_for(viewer) and slip.is_open(viewer) else None

    def _rendered(self, entry: Entry, notice: Notice, language: str, slip: Slip | None) -> Rendered:
        key = (entry.pk, language, slip is not None)
        if key not in self._printed:
            wording = Wording(notice, language, entry.due_at, more=slip.texts if slip else ())
            common = render(letter_for(notice, wording, slip), language)
            self._printed[key] = headed(common, str(wording.headline))
        return self._printed[key]


def letter_for(notice: Notice, wording: Wording, slip: Slip | None) -> Letter:
    """The letter as everybody of one language gets it, with open places."""
    return Letter(
        subject=notice.subject,
        greeting=GREETING,
        headline=wording.headline,
        paragraphs=wording.paragraphs,
        question=wording.told.line(slip.question) if slip else "",
        answers=tuple(_boxes(slip, wording)) if slip else (),
        action=notice.action,
        path=notice.path,
        origin=wording.origin,
        origin_path=f"{notice.path.partition('#')[0]}?taal=origineel",
        why=WHY,
        stop_url=STOP,
    )


def _boxes(slip: Slip, wording: Wording) -> Iterator[tuple[Words, str]]:
    """What each button says and where it leads: a page on which that answer is the first button."""
    for answer in slip.answers:
        yield wording.told.line(answer.label), f"{SLIP}?kies={answer.key}"


def headed(common: Rendered, headline: str) -> Rendered:
    """With the headline where the subject asks for it."""
    subject, text = (words.replace(HEADLINE, headline) for words in (common.subject, common.text))
    return replace(common, subject=subject, text=text, html=common.html.replace(HEADLINE, escape(headline)))


def addressed(common: Rendered, places: dict[str, str]) -> Rendered:
    """The open places filled in. In HTML a name is text, whatever it is."""
    text, html = common.text, common.html
    for place, words in places.items():
        text, html = text.replace(place, words), html.replace(place, escape(words))
    return replace(common, text=text, html=html)

"""Words made once for each fact and language, and addressed to each person."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from secrets import token_hex

from django.conf import settings
from django.urls import reverse
from django.utils.html import escape
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.answering import Slip, slip_of
from driehoek.backbone.notifications.channels.parcel import Bell, Parcel
from driehoek.backbone.notifications.channels.roads import ROADS, address_of
from driehoek.backbone.notifications.digests.doors import ask_path
from driehoek.backbone.notifications.discretion import may_hold_private_words
from driehoek.backbone.notifications.letter import Letter, Rendered, Words, absolute, known, render
from driehoek.backbone.notifications.lines import Line, line_of
from driehoek.backbone.notifications.models import Delivery, Lane
from driehoek.backbone.notifications.notices import HEADLINE, Notice, notice_of
from driehoek.backbone.notifications.preferences import stop_token
from driehoek.backbone.notifications.receiver import Receiver
from driehoek.backbone.notifications.return_addresses import reply_address, return_path
from driehoek.backbone.notifications.slips import path_of
from driehoek.backbone.notifications.texting_hindrances import SMS
from driehoek.backbone.notifications.texts import text_of
from driehoek.backbone.notifications.wording import Wording
from driehoek.backbone.translation.reading import waits

# These hold the place of what differs from person to person. A private-use character means nothing in any
# text; in an address MJML would spell it out, so there it is a word that nobody can guess.
NAME = "\ue000"
STOP, SLIP, ASK = (f"place-{token_hex(8)}" for _place in range(3))
GREETING = format_lazy(_("Dag {name},"), name=NAME)
WHY = _("Dit is een mail van Driehoek. Antwoord niet op deze mail: niemand leest dat.")
WHY_REPLY = _("Dit is een mail van Driehoek. Je kunt gewoon antwoorden: alleen school leest dat.")


@dataclass(frozen=True)
class Kind:
    """Which of the letters about one fact somebody gets: they differ in language and in what she may."""

    language: str
    answers: bool  # with one tap
    replies: bool  # in words
    asks: bool  # something of her own, where no reply goes
    is_private: bool  # holds what was said to her


class Press:
    """Keeps what it printed for as long as one batch takes."""

    def __init__(self, channel: str) -> None:
        self.channel = channel
        self._notices: dict[int, Notice | None] = {}
        self._slips: dict[int, Slip | None] = {}
        self._lines: dict[int, Line | None] = {}
        self._printed: dict[tuple[int, Kind], Rendered] = {}

    def notice(self, entry: Entry) -> Notice | None:
        if entry.pk not in self._notices:
            self._notices[entry.pk] = notice_of(entry)
        return self._notices[entry.pk]

    def parcel(self, delivery: Delivery, receiver: Receiver) -> Parcel | Bell:
        """Ready to go to this one person."""
        person, entry = receiver.person, delivery.notification.entry
        notice = self.notice(entry)
        assert notice is not None  # or there would have been a hindrance
        told, address = delivery.notification, address_of(person, self.channel)
        if not ROADS[self.channel].CARRIES_WORDS:
            urgency = "high" if delivery.lane == Lane.URGENT else "normal"
            return Bell(address, delivery.message_id, receiver.now, urgency)
        if self.channel == SMS:
            return Parcel(address, self._text(delivery, notice, receiver), delivery.message_id, "")
        token = stop_token(person.pk, category=notice.category, channel=self.channel)
        stop_url = absolute(reverse("notifications:unsubscribe", args=[token]))
        common = self._rendered(entry, notice, self._kind(delivery, notice, receiver, address))
        rendered = addressed(
            common, {NAME: person.name, STOP: stop_url, SLIP: path_of(told), ASK: absolute(ask_path(told))}
        )
        ways_back = {"reply_to": reply_address(told), "return_path": return_path(told)}
        return Parcel(address, rendered, delivery.message_id, stop_url, **ways_back)

    def _text(self, delivery: Delivery, notice: Notice, receiver: Receiver) -> Rendered:
        """Few words; a link to one page, and what can be answered."""
        told, entry = delivery.notification, delivery.notification.entry
        kind = self._kind(delivery, notice, receiver, "")
        slip = self._slip(entry, receiver.now) if kind.answers else None
        wording = Wording(notice, kind.language, entry.due_at, more=slip.texts if slip else ())
        return text_of(notice, told, wording, slip, kind.language)

    def awaits(self, delivery: Delivery) -> bool:
        """Whether a machine is still busy with the words of this reader."""
        notice = self.notice(delivery.notification.entry)
        language = known(delivery.notification.person.language)
        return notice is not None and waits(language, notice.texts)

    def _kind(self, delivery: Delivery, notice: Notice, receiver: Receiver, address: str) -> Kind:
        """What this reader may; another reader of the same news may not."""
        entry = delivery.notification.entry
        slip, line = self._slip(entry, receiver.now), self._line(entry)
        viewer = receiver.wearing("home")
        has_child = bool(viewer.wards()) and not delivery.hides_a_child
        replies = line is not None and line.is_for(viewer)
        return Kind(
            known(receiver.person.language),
            answers=slip is not None and slip.is_for(viewer) and slip.is_open(viewer),
            replies=replies,
            asks=not replies and has_child and notice.hats == ("home",),
            is_private=bool(notice.private)
            and may_hold_private_words(receiver.person, address, notice.about.school)
            and receiver.sees(entry, "home"),
        )

    def _slip(self, entry: Entry, now: dt.datetime) -> Slip | None:
        if entry.pk not in self._slips:
            self._slips[entry.pk] = slip_of(entry, now)
        return self._slips[entry.pk]

    def _line(self, entry: Entry) -> Line | None:
        """Nothing is asked while no replies can come in."""
        if entry.pk not in self._lines:
            self._lines[entry.pk] = line_of(entry) if settings.REPLY_ADDRESS else None
        return self._lines[entry.pk]

    def _rendered(self, entry: Entry, notice: Notice, kind: Kind) -> Rendered:
        if (entry.pk, kind) not in self._printed:
            slip = self._slips[entry.pk] if kind.answers else None
            wording = Wording(notice, kind.language, entry.due_at, more=slip.texts if slip else ())
            common = render(letter_for(notice, wording, slip, kind), kind.language)
            self._printed[entry.pk, kind] = headed(common, str(wording.headline))
        return self._printed[entry.pk, kind]


def letter_for(notice: Notice, wording: Wording, slip: Slip | None, kind: Kind) -> Letter:
    """The letter as everybody of one language gets it, with open places."""
    return Letter(
        subject=notice.subject,
        is_urgent=notice.is_urgent,
        greeting=GREETING,
        headline=wording.headline,
        paragraphs=wording.paragraphs + (wording.private if kind.is_private else ()),
        question=wording.told.line(slip.question) if slip else "",
        answers=tuple(_boxes(slip, wording)) if slip else (),
        action=notice.action,
        path=notice.path,
        origin=wording.origin,
        origin_path=f"{notice.path.partition('#')[0]}?taal=origineel",
        ask_url=ASK if kind.asks else "",
        why=WHY_REPLY if kind.replies else WHY,
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

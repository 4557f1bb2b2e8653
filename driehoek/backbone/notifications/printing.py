"""Words made once for each fact and language, and addressed to each person."""

from dataclasses import replace

from django.urls import reverse
from django.utils.html import escape
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.channels.parcel import Parcel
from driehoek.backbone.notifications.channels.roads import address_of
from driehoek.backbone.notifications.letter import Letter, Rendered, absolute, known, render
from driehoek.backbone.notifications.models import Delivery
from driehoek.backbone.notifications.notices import HEADLINE, Notice, notice_of
from driehoek.backbone.notifications.preferences import stop_token
from driehoek.backbone.notifications.wording import Wording
from driehoek.backbone.translation.reading import waits

# Private-use characters hold the place of what differs from person to person. They mean nothing in any text.
NAME, STOP = "\ue000", "\ue001"
GREETING = format_lazy(_("Dag {name},"), name=NAME)
WHY = _("Dit is een mail van Driehoek. Antwoord niet op deze mail: niemand leest dat.")


class Press:
    """Keeps what it printed for as long as one batch takes."""

    def __init__(self, channel: str) -> None:
        self.channel = channel
        self._notices: dict[int, Notice | None] = {}
        self._printed: dict[tuple[int, str], Rendered] = {}

    def notice(self, entry: Entry) -> Notice | None:
        if entry.pk not in self._notices:
            self._notices[entry.pk] = notice_of(entry)
        return self._notices[entry.pk]

    def parcel(self, delivery: Delivery) -> Parcel:
        """Ready to go to this one person."""
        person, entry = delivery.notification.person, delivery.notification.entry
        notice = self.notice(entry)
        assert notice is not None  # or there would have been a hindrance
        token = stop_token(person.pk, category=notice.category, channel=self.channel)
        stop_url = absolute(reverse("notifications:unsubscribe", args=[token]))
        common = self._rendered(entry, notice, known(person.language))
        rendered = addressed(common, name=person.name, stop_url=stop_url)
        return Parcel(address_of(person, self.channel), rendered, delivery.message_id, stop_url)

    def awaits(self, delivery: Delivery) -> bool:
        """Whether a machine is still busy with the words of this reader."""
        notice = self.notice(delivery.notification.entry)
        language = known(delivery.notification.person.language)
        return notice is not None and waits(language, notice.texts)

    def _rendered(self, entry: Entry, notice: Notice, language: str) -> Rendered:
        if (entry.pk, language) not in self._printed:
            wording = Wording(notice, language, entry.due_at)
            common = render(letter_for(notice, wording), language)
            self._printed[entry.pk, language] = headed(common, str(wording.headline))
        return self._printed[entry.pk, language]


def letter_for(notice: Notice, wording: Wording) -> Letter:
    """The letter as everybody of one language gets it, with open places."""
    return Letter(
        subject=notice.subject,
        greeting=GREETING,
        headline=wording.headline,
        paragraphs=wording.paragraphs,
        action=notice.action,
        path=notice.path,
        origin=wording.origin,
        origin_path=f"{notice.path.partition('#')[0]}?taal=origineel",
        why=WHY,
        stop_url=STOP,
    )


def headed(common: Rendered, headline: str) -> Rendered:
    """With the headline where the subject asks for it."""
    subject, text = (words.replace(HEADLINE, headline) for words in (common.subject, common.text))
    return replace(common, subject=subject, text=text, html=common.html.replace(HEADLINE, escape(headline)))


def addressed(common: Rendered, *, name: str, stop_url: str) -> Rendered:
    """The open places filled in. In HTML a name is text, whatever it is."""
    text = common.text.replace(NAME, name).replace(STOP, stop_url)
    html = common.html.replace(NAME, escape(name)).replace(STOP, escape(stop_url))
    return replace(common, text=text, html=html)
